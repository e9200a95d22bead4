/// What a pool asks of the confinement of its workers.
public enum ConfinementPolicy: Hashable, Sendable {
  /// A worker that nothing holds is given no document.
  case required
  /// Workers are confined by what the kernel has, if anything.
  case whereThere
}

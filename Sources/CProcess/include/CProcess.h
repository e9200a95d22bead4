#pragma once
#include <stdint.h>
#include <sys/types.h>

/// Starts `path` in a process group of its own, with default signals and a clear signal mask.
///
/// The child has three descriptors: `channel` as its standard input, and `log` as both its standard
/// output and standard error, so that a stray print cannot disturb the channel. Returns 0 and sets
/// `pid`, or returns the error number.
int hoso_process_spawn(
    const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
    char *_Nullable const *_Nonnull environment, int channel, int log, pid_t *_Nonnull pid);

/// Limits process `pid`: no core dump, files of at most `fileBytes`, an address space of at most
/// `addressSpaceBytes` (0: as it is). Returns 0 or the error number.
int hoso_process_limit(pid_t pid, uint64_t addressSpaceBytes, uint64_t fileBytes);

/// Whether the child `pid` has ended; it is left to be waited for.
int hoso_process_has_ended(pid_t pid);

/// Lets writes to a closed pipe and beyond the file limit fail instead of ending this process.
void hoso_process_ignore_write_signals(void);

/// Ends the calling process as soon as the other end of the socket `channel` is closed, whatever
/// its other threads do. (PR_SET_PDEATHSIG would follow the parent's thread, not the parent.)
/// Returns 0 or the error number.
int hoso_process_follow_peer(int channel);

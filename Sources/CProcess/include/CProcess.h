#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Starts `path` in a process group of its own, with default signals and a clear signal mask.
///
/// The child has three descriptors: `channel` as its standard input, and `log` as both its standard
/// output and standard error, so that a stray print cannot disturb the channel. Unless `readable` or
/// `runnable` is NULL, it is restricted by Landlock to those files from its first instruction on, see
/// `hoso_landlock_restrict`; `confinement` is then 0, or the error number of why it is not. Returns 0
/// and sets `pid`, or returns the error number.
int hoso_process_spawn(
    const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
    char *_Nullable const *_Nonnull environment, int channel, int log,
    const char *_Nullable const *_Nullable readable,
    const char *_Nullable const *_Nullable runnable, int *_Nonnull confinement,
    pid_t *_Nonnull pid);

/// Makes a file in memory that holds `bytes` and can never be changed. Returns 0 and sets `file`, or
/// returns the error number.
int hoso_process_memory_file(const void *_Nullable bytes, size_t count, int *_Nonnull file);

/// Takes and gives back a read lease on `file`. Returns 0, or -1 and sets `errno`: EAGAIN where a process
/// has the file open to write.
int hoso_process_lease(int file);

/// Sends bytes over the socket `channel` without waiting, the first of them together with the
/// descriptor `file` (-1: none). Returns how many went, or -1 and sets `errno`.
ssize_t hoso_channel_send(int channel, const void *_Nullable bytes, size_t count, int file);

/// Waits for bytes on the socket `channel`; `file` becomes the descriptor that came with them, which is
/// the caller's, or -1. Returns how many came, 0 at the end, or -1 and sets `errno`.
ssize_t hoso_channel_receive(int channel, void *_Nonnull bytes, size_t count, int *_Nonnull file);

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

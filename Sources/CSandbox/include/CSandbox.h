#pragma once

/// The version of Landlock that the kernel has; 0 for none.
int hoso_landlock_version(void);

/// Restricts the calling thread, and everything it starts from now on: it may read the files and
/// folders of `readable` and run the programs of `runnable` (each ends with NULL; what is not there is
/// passed over), and may neither read, write, make nor run anything else, nor use TCP, nor reach
/// processes beyond its own.
///
/// Returns 0, or the error number; nothing is restricted then. Safe in every thread of a process.
int hoso_landlock_restrict(
    const char *_Nullable const *_Nonnull readable, const char *_Nullable const *_Nonnull runnable);

/// Whether the kernel has seccomp filters that can be given to every thread of a process.
int hoso_seccomp_is_there(void);

/// Refuses every system call that reading documents does not need, in all threads of the process for
/// good: no socket, no program, no file but for reading, no write but to the standard descriptors.
///
/// What is refused fails with EPERM. Returns 0 or the error number.
int hoso_seccomp_restrict(void);

/// The version of libseccomp.
const char *_Nonnull hoso_seccomp_library_version(void);

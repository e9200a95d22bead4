#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

/// What computing, waiting, memory and threads need.
static const int allowed[] = {
    // Memory; whether it may be run is asked apart.
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(membarrier),
    // Threads and time.
    SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_getparam),
    SCMP_SYS(sched_getscheduler), SCMP_SYS(rseq), SCMP_SYS(set_robust_list),
    SCMP_SYS(get_robust_list), SCMP_SYS(gettid), SCMP_SYS(getpid), SCMP_SYS(getppid),
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(restart_syscall), SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getcpu),
    // Signals within the process. The main thread of a program on libdispatch waits in rt_sigsuspend
    // in a loop, which would spin where it is refused.
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack), SCMP_SYS(rt_sigpending), SCMP_SYS(rt_sigsuspend),
    // Waiting on descriptors that are open, and those that threads wake each other by.
    SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(select), SCMP_SYS(pselect6),
    SCMP_SYS(epoll_create1), SCMP_SYS(epoll_ctl), SCMP_SYS(epoll_wait), SCMP_SYS(epoll_pwait),
    SCMP_SYS(eventfd2), SCMP_SYS(timerfd_create), SCMP_SYS(timerfd_settime),
    // Reading what is open, and asking about files.
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(lseek), SCMP_SYS(close),
    SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(statx),
    SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd),
    SCMP_SYS(fadvise64),
    // About the machine and oneself.
    SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname),
    SCMP_SYS(sysinfo), SCMP_SYS(getrusage), SCMP_SYS(getrandom),
};

static int allow_calls(scmp_filter_ctx filter) {
  for (size_t index = 0; index < sizeof allowed / sizeof *allowed; index++) {
    int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[index], 0);
    // -EDOM: this processor's kernel never had the call.
    if (error && error != -EDOM) return error;
  }
  return 0;
}

/// Rules that look at an argument.
static int allow_some(scmp_filter_ctx filter) {
  const scmp_datum_t threads = CLONE_VM | CLONE_THREAD | CLONE_SIGHAND;
  const scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  int error = 0;
  const int output[] = {SCMP_SYS(write), SCMP_SYS(writev)};
  for (size_t index = 0; !error && index < 2; index++) {
    // The channel, standard output and standard error: nothing else that is open was opened to write.
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, output[index], 1, SCMP_A0(SCMP_CMP_LE, STDERR_FILENO));
  }
  const int channel[] = {
      SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(recvfrom), SCMP_SYS(recvmsg)};
  for (size_t index = 0; !error && index < 4; index++) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, channel[index], 1, SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO));
  }
  const int memory[] = {SCMP_SYS(mmap), SCMP_SYS(mprotect)};
  for (size_t index = 0; !error && index < 2; index++) {
    // No page becomes a program's.
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, memory[index], 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  }
  // To read; Landlock says which files.
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
        SCMP_A2(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
  }
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
    if (error == -EDOM) error = 0;
  }
  // A thread, but no process. The C library comes back to `clone` where `clone3` is missing, whose
  // flags a filter cannot see.
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
        SCMP_A0(SCMP_CMP_MASKED_EQ, threads, threads));
  }
  if (!error) error = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
  // Signals to the own process alone: how `abort` ends it.
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
        SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
  }
  // A thread's name, and limits that are asked for, not set.
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
  }
  if (!error) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0));
  }
  const scmp_datum_t questions[] = {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC};
  for (size_t index = 0; !error && index < 4; index++) {
    error = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, questions[index]));
  }
  return error;
}

int hoso_seccomp_is_there(void) {
  // The level at which libseccomp can give a filter to all threads.
  return seccomp_api_get() >= 2;
}

int hoso_seccomp_restrict(void) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (!filter) return ENOMEM;
  int error = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
  if (!error) error = allow_calls(filter);
  if (!error) error = allow_some(filter);
  if (!error) error = seccomp_load(filter);
  seccomp_release(filter);
  return -error;
}

const char *hoso_seccomp_library_version(void) {
  static char text[32];
  const struct scmp_version *version = seccomp_version();
  snprintf(text, sizeof text, "%u.%u.%u", version->major, version->minor, version->micro);
  return text;
}

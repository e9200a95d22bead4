#define _GNU_SOURCE
#include "CProcess.h"

#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// What the starter learns from the process that is about to become the program.
struct beginning {
  int confinement;
  int error;
};

/// Gives up what root may do beyond others, but for reading files; Landlock says which.
static void give_up_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct present[2], kept[2] = {{0}};
  if (syscall(SYS_capget, &header, present)) return;
  const uint32_t reading = 1U << CAP_DAC_READ_SEARCH;
  kept[0].permitted = present[0].permitted & reading;
  kept[0].effective = present[0].effective & reading;
  syscall(SYS_capset, &header, kept);
}

/// Becomes the program. Between the fork and the program only calls to the kernel are allowed, since
/// another thread may have held any lock.
static _Noreturn void become(
    const char *path, char *const *arguments, char *const *environment, int channel, int log,
    const char *const *readable, const char *const *runnable, int report) {
  struct beginning beginning = {.confinement = ENOTSUP};
  setpgid(0, 0);
  struct sigaction usual = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &usual, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // Out of the way of the standard descriptors; from 4 on all go, and 3 reports until the program runs.
  int ends[3] = {channel, log, report};
  for (int index = 0; index < 3 && !beginning.error; index++) {
    ends[index] = fcntl(ends[index], F_DUPFD_CLOEXEC, 4);
    if (ends[index] < 0) beginning.error = errno;
  }
  if (!beginning.error &&
      (dup2(ends[0], STDIN_FILENO) < 0 || dup2(ends[1], STDOUT_FILENO) < 0 ||
       dup2(ends[1], STDERR_FILENO) < 0 || dup3(ends[2], 3, O_CLOEXEC) < 0)) {
    beginning.error = errno;
  }
  if (!beginning.error && syscall(SYS_close_range, 4U, ~0U, 0U)) {
    for (int file = 4; file < 4096; file++) close(file);
  }
  if (!beginning.error && readable && runnable) {
    beginning.confinement = hoso_landlock_restrict(readable, runnable);
    give_up_capabilities();
  }
  if (!beginning.error) {
    // Nobody reads the report of a program that runs: its end is closed with the program's start.
    write(3, &beginning, sizeof beginning);
    execve(path, arguments, environment);
    beginning.error = errno;
  }
  write(3, &beginning, sizeof beginning);
  _exit(127);
}

int hoso_process_spawn(
    const char *path, char *const *arguments, char *const *environment, int channel, int log,
    const char *const *readable, const char *const *runnable, int *confinement, pid_t *pid) {
  int report[2];
  if (pipe2(report, O_CLOEXEC)) return errno;
  *pid = fork();
  if (*pid == 0) {
    become(path, arguments, environment, channel, log, readable, runnable, report[1]);
  }
  int error = *pid < 0 ? errno : 0;
  close(report[1]);
  struct beginning beginning = {.confinement = ENOTSUP};
  for (;;) {
    struct beginning next;
    ssize_t count = error ? 0 : read(report[0], &next, sizeof next);
    if (count < 0 && errno == EINTR) continue;
    if (count != (ssize_t)sizeof next) break;
    beginning = next;
  }
  close(report[0]);
  if (!error && beginning.error) {
    error = beginning.error;
    while (waitpid(*pid, NULL, 0) < 0 && errno == EINTR) {}
  }
  *confinement = beginning.confinement;
  return error;
}

int hoso_process_memory_file(const void *bytes, size_t count, int *file) {
  *file = memfd_create("hoso", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (*file < 0) return errno;
  int error = 0;
  for (size_t written = 0; !error && written < count;) {
    ssize_t more = write(*file, (const char *)bytes + written, count - written);
    if (more > 0) written += (size_t)more;
    if (more < 0 && errno != EINTR) error = errno;
  }
  int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
  if (!error && fcntl(*file, F_ADD_SEALS, seals)) error = errno;
  if (error) {
    close(*file);
    *file = -1;
  }
  return error;
}

int hoso_process_lease(int file) {
  if (fcntl(file, F_SETLEASE, F_RDLCK)) return -1;
  return fcntl(file, F_SETLEASE, F_UNLCK);
}

ssize_t hoso_channel_send(int channel, const void *bytes, size_t count, int file) {
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  char room[CMSG_SPACE(sizeof(int))];
  if (file >= 0) {
    memset(room, 0, sizeof room);
    message.msg_control = room;
    message.msg_controllen = sizeof room;
    struct cmsghdr *control = CMSG_FIRSTHDR(&message);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(control), &file, sizeof(int));
  }
  return sendmsg(channel, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

ssize_t hoso_channel_receive(int channel, void *bytes, size_t count, int *file) {
  struct iovec part = {.iov_base = bytes, .iov_len = count};
  char room[CMSG_SPACE(sizeof(int))];
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
  *file = -1;
  ssize_t received = recvmsg(channel, &message, MSG_CMSG_CLOEXEC);
  if (received < 0) return received;
  struct cmsghdr *control = CMSG_FIRSTHDR(&message);
  if (control && control->cmsg_level == SOL_SOCKET && control->cmsg_type == SCM_RIGHTS) {
    memcpy(file, CMSG_DATA(control), sizeof(int));
  }
  return received;
}

static int limit(pid_t pid, int resource, uint64_t value) {
  struct rlimit present;
  if (prlimit(pid, resource, NULL, &present)) return errno;
  // A limit that is tighter already stays; only root could loosen it.
  if (present.rlim_max != RLIM_INFINITY && present.rlim_max < value) value = present.rlim_max;
  struct rlimit bound = {value, value};
  return prlimit(pid, resource, &bound, NULL) ? errno : 0;
}

int hoso_process_limit(pid_t pid, uint64_t addressSpaceBytes, uint64_t fileBytes) {
  int error = limit(pid, RLIMIT_CORE, 0);
  if (!error) error = limit(pid, RLIMIT_FSIZE, fileBytes);
  if (!error && addressSpaceBytes) error = limit(pid, RLIMIT_AS, addressSpaceBytes);
  return error;
}

int hoso_process_has_ended(pid_t pid) {
  siginfo_t info = {0};
  return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid;
}

void hoso_process_ignore_write_signals(void) {
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

static void *follow(void *argument) {
  struct pollfd watched = {.fd = (int)(intptr_t)argument, .events = POLLRDHUP};
  for (;;) {
    int count = poll(&watched, 1, -1);
    if (count > 0 && watched.revents) _exit(0);
    if (count < 0 && errno != EINTR) _exit(1);
  }
}

int hoso_process_follow_peer(int channel) {
  pthread_attr_t attributes;
  int error = pthread_attr_init(&attributes);
  if (error) return error;
  pthread_t thread;
  error = pthread_attr_setstacksize(&attributes, 64 * 1024);
  if (!error) error = pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (!error) error = pthread_create(&thread, &attributes, follow, (void *)(intptr_t)channel);
  pthread_attr_destroy(&attributes);
  return error;
}

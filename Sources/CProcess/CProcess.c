#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int hoso_process_spawn(
    const char *path, char *const *arguments, char *const *environment, int channel, int log,
    pid_t *pid) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return error;
  error = posix_spawnattr_init(&attributes);
  if (error) {
    posix_spawn_file_actions_destroy(&actions);
    return error;
  }
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, log, STDERR_FILENO);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, channel, STDIN_FILENO);
  if (!error) {
    error = posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  }
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  if (!error) error = posix_spawnattr_setsigmask(&attributes, &none);
  if (!error) error = posix_spawnattr_setsigdefault(&attributes, &all);
  if (!error) error = posix_spawnattr_setpgroup(&attributes, 0);
  if (!error) {
    error = posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  if (!error) error = posix_spawn(pid, path, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
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

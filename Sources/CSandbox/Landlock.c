#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's own numbers (linux/landlock.h), here because Debian 12's headers end at version 2.

struct ruleset {
  uint64_t files;
  uint64_t network;  // Since version 4.
  uint64_t scoped;   // Since version 6.
};

struct __attribute__((packed)) path_rule {
  uint64_t allowed;
  int32_t parent;
};

enum {
  CREATE_VERSION = 1,
  RULE_PATH = 1,
};

#define EXECUTE (1ULL << 0)
#define READ_FILE (1ULL << 2)
#define READ_FOLDER (1ULL << 3)

/// Every right over files that `version` knows.
static uint64_t rights(int version) {
  if (version >= 5) return (1ULL << 16) - 1;  // Devices' ioctl.
  if (version >= 3) return (1ULL << 15) - 1;  // Truncating.
  if (version == 2) return (1ULL << 14) - 1;  // Linking to another folder.
  return (1ULL << 13) - 1;
}

int hoso_landlock_version(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, CREATE_VERSION);
  return version > 0 ? (int)version : 0;
}

/// Adds a rule for `path`, if it is there; returns 0 or the error number.
static int allow(int rules, const char *path, uint64_t allowed) {
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return errno == ENOENT || errno == EACCES || errno == ENOTDIR ? 0 : errno;
  struct stat status;
  int error = fstat(place, &status) ? errno : 0;
  if (!error) {
    struct path_rule rule = {.allowed = allowed, .parent = place};
    if (!S_ISDIR(status.st_mode)) rule.allowed &= EXECUTE | READ_FILE;
    if (syscall(SYS_landlock_add_rule, rules, RULE_PATH, &rule, 0)) error = errno;
  }
  close(place);
  return error;
}

int hoso_landlock_restrict(const char *const *readable, const char *const *runnable) {
  int version = hoso_landlock_version();
  if (!version) return ENOSYS;
  struct ruleset ruleset = {.files = rights(version)};
  size_t size = offsetof(struct ruleset, network);
  if (version >= 4) {
    ruleset.network = 3;  // Binding and connecting TCP.
    size = offsetof(struct ruleset, scoped);
  }
  if (version >= 6) {
    ruleset.scoped = 3;  // Abstract sockets and signals beyond the domain.
    size = sizeof ruleset;
  }
  int rules = (int)syscall(SYS_landlock_create_ruleset, &ruleset, size, 0);
  if (rules < 0) return errno;
  int error = 0;
  for (; !error && *readable; readable++) {
    error = allow(rules, *readable, READ_FILE | READ_FOLDER);
  }
  for (; !error && *runnable; runnable++) error = allow(rules, *runnable, EXECUTE | READ_FILE);
  if (!error && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) error = errno;
  if (!error && syscall(SYS_landlock_restrict_self, rules, 0)) error = errno;
  close(rules);
  return error;
}

/*
 * Records what a process does to the files of a database, in the order it does it: loaded with LD_PRELOAD, told by
 * RECORD_FOLDER (whose ladeni.db* is watched) and RECORD_LOG (where the record goes, appended). What the process prints
 * is entered too, so that the record says what had been written and synced by the time somebody was told.
 *
 * One record: kind, file, two bytes unused, u32 length of data, u64 offset, data. All little-endian.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096
#define MOST_FILES 16
#define NAME "/ladeni.db"

static int log_fd = -1;
static const char *folder;
static size_t folder_length;
static unsigned char file_of[MOST_FDS];
static char names[MOST_FILES][64];
static int known;

struct head { char kind; unsigned char file; uint16_t unused; uint32_t length; uint64_t offset; } __attribute__((packed));

static void enter(char kind, int file, uint64_t offset, const void *data, size_t length) {
  struct head head = { kind, (unsigned char)file, 0, (uint32_t)length, offset };
  struct iovec parts[2] = { { &head, sizeof head }, { (void *)data, length } };
  if (syscall(SYS_writev, log_fd, parts, length > 0 ? 2 : 1) != (long)(sizeof head + length)) _exit(99);
}

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("RECORD_LOG");
  folder = getenv("RECORD_FOLDER");
  if (!log || !folder) return;
  folder_length = strlen(folder);
  log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log_fd < 0) _exit(99);
  /* A process of its own is no part of what this one writes. */
  unsetenv("LD_PRELOAD");
  enter('L', 0, 0, "", 0);
}

/* 1, 2, ... for a watched file, 0 for any other. */
static int file_named(const char *path) {
  if (log_fd < 0 || !path || strncmp(path, folder, folder_length) != 0 || strncmp(path + folder_length, NAME, sizeof NAME - 1) != 0) return 0;
  const char *name = path + folder_length + 1;
  for (int i = 0; i < known; i++) if (strcmp(names[i], name) == 0) return i + 1;
  if (known == MOST_FILES || strlen(name) >= sizeof names[0]) _exit(99);
  strcpy(names[known++], name);
  return known;
}

static int watched(int fd) { return log_fd >= 0 && fd >= 0 && fd < MOST_FDS ? file_of[fd] : 0; }

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int opened(int fd, const char *path) {
  int file = file_named(path);
  if (fd >= 0 && fd < MOST_FDS) file_of[fd] = (unsigned char)file;
  if (fd >= 0 && file) enter('O', file, 0, names[file - 1], strlen(names[file - 1]));
  return fd;
}

int open64(const char *path, int flags, ...) {
  va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
  REAL(open64);
  return opened(real(path, flags, mode), path);
}
int open(const char *path, int flags, ...) {
  va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
  REAL(open);
  return opened(real(path, flags, mode), path);
}
int close(int fd) {
  REAL(close);
  if (fd >= 0 && fd < MOST_FDS) file_of[fd] = 0;
  return real(fd);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(pwrite64);
  ssize_t done = real(fd, data, length, offset);
  int file = watched(fd);
  if (file && done > 0) enter('W', file, (uint64_t)offset, data, (size_t)done);
  return done;
}
ssize_t write(int fd, const void *data, size_t length) {
  REAL(write);
  int file = watched(fd);
  off64_t at = file ? lseek64(fd, 0, SEEK_CUR) : 0;
  /* What is told is entered before it is told: by then everything it rests on must be safe. */
  if (fd == STDOUT_FILENO && log_fd >= 0) enter('S', 0, 0, data, length);
  ssize_t done = real(fd, data, length);
  if (file && done > 0) enter('W', file, (uint64_t)at, data, (size_t)done);
  return done;
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(writev);
  if (watched(fd)) _exit(99);
  if (fd == STDOUT_FILENO && log_fd >= 0) for (int i = 0; i < count; i++) enter('S', 0, 0, parts[i].iov_base, parts[i].iov_len);
  return real(fd, parts, count);
}
int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  int failed = real(fd, length);
  if (watched(fd) && !failed) enter('T', watched(fd), (uint64_t)length, "", 0);
  return failed;
}
int fsync(int fd) {
  REAL(fsync);
  int failed = real(fd);
  if (watched(fd) && !failed) enter('F', watched(fd), 0, "", 0);
  return failed;
}
int fdatasync(int fd) {
  REAL(fdatasync);
  int failed = real(fd);
  if (watched(fd) && !failed) enter('F', watched(fd), 0, "", 0);
  return failed;
}
int unlink(const char *path) {
  REAL(unlink);
  int file = file_named(path);
  int failed = real(path);
  if (file && !failed) enter('U', file, 0, "", 0);
  return failed;
}
/* Nothing renames the files of a live database; a record of it would have to be replayed. */
int rename(const char *from, const char *to) {
  REAL(rename);
  if (file_named(from) || file_named(to)) _exit(99);
  return real(from, to);
}

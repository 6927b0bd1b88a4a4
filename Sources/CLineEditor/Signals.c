#define _GNU_SOURCE
#include "CLineEditor.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t interrupts;
static volatile sig_atomic_t resized;
static volatile sig_atomic_t continued;
static volatile sig_atomic_t armed;
static volatile sig_atomic_t takes_escapes;
static int wake[2] = {-1, -1};
static struct termios usual;
static struct termios editing;

static const int fatal[] = {SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV,
                            SIGBUS,  SIGFPE, SIGILL,  SIGTRAP};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
static struct sigaction former[fatal_count];

static void awaken(void) {
  int saved = errno;
  if (wake[1] >= 0) {
    ssize_t ignored = write(wake[1], "!", 1);
    (void)ignored;
  }
  errno = saved;
}

static void restore_terminal(void) {
  static const char paste_off[] = "\033[0m\033[?2004l\r\n";
  if (!armed) return;
  armed = 0;
  if (takes_escapes) {
    ssize_t ignored = write(STDOUT_FILENO, paste_off, sizeof paste_off - 1);
    (void)ignored;
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &usual);
}

static void on_signal(int signal_number) {
  if (signal_number == SIGWINCH) resized = 1;
  if (signal_number == SIGCONT) continued = 1;
  awaken();
}

static void on_interrupt(int signal_number) {
  if (++interrupts >= 3) {
    /* Nobody answers: the person at the keyboard must still be able to leave. */
    restore_terminal();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
  }
  awaken();
}

static void on_fatal(int signal_number) {
  restore_terminal();
  for (int index = 0; index < fatal_count; index++)
    if (fatal[index] == signal_number) sigaction(signal_number, &former[index], NULL);
  /* Blocked until this handler returns, then handled by whoever came before. */
  raise(signal_number);
}

static void catch(int signal_number, void (*handler)(int), struct sigaction *before) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  struct sigaction old;
  sigaction(signal_number, NULL, &old);
  if (before != NULL) *before = old;
  bool ignored = !(old.sa_flags & SA_SIGINFO) && old.sa_handler == SIG_IGN;
  if (!ignored) sigaction(signal_number, &action, NULL);
}

void hearth_interrupt_watch(void) { catch(SIGINT, on_interrupt, NULL); }
bool hearth_interrupt_raised(void) { return interrupts > 0; }
void hearth_interrupt_clear(void) { interrupts = 0; }

/* A crash for want of stack needs another one to be answered on. */
static void provide_stack(void) {
  static char memory[64 * 1024];
  stack_t present;
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  stack_t own = {.ss_sp = memory, .ss_size = sizeof memory};
  sigaltstack(&own, NULL);
}

int hearth_signals_watch(void) {
  provide_stack();
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  catch(SIGWINCH, on_signal, NULL);
  catch(SIGCONT, on_signal, NULL);
  for (int index = 0; index < fatal_count; index++)
    catch(fatal[index], on_fatal, &former[index]);
  return wake[0];
}

int hearth_signals_take(void) {
  char bytes[64];
  while (wake[0] >= 0 && read(wake[0], bytes, sizeof bytes) > 0) continue;
  int bits = 0;
  if (interrupts > 0) bits |= HEARTH_SIGNAL_INTERRUPT;
  if (resized) bits |= HEARTH_SIGNAL_RESIZED;
  if (continued) bits |= HEARTH_SIGNAL_CONTINUED;
  interrupts = resized = continued = 0;
  return bits;
}

bool hearth_terminal_remember(void) { return tcgetattr(STDIN_FILENO, &usual) == 0; }

void hearth_terminal_arm(bool now, bool has_escapes) {
  if (now) tcgetattr(STDIN_FILENO, &editing);
  takes_escapes = has_escapes;
  armed = now;
}

void hearth_terminal_suspend(void) {
  tcgetattr(STDIN_FILENO, &editing);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &usual);
  kill(0, SIGTSTP);
  hearth_terminal_resume();
}

void hearth_terminal_resume(void) { tcsetattr(STDIN_FILENO, TCSADRAIN, &editing); }

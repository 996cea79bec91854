/* Drops a file on a window as a desktop's file manager does: by XDND, version 5.
   drop WINDOW URI */
#include <X11/Xlib.h>
#include <X11/Xatom.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Display *d;
static Window target, source;

static Atom atom(const char *name) { return XInternAtom(d, name, False); }

static void tell(const char *what, long b, long c, long e, long f) {
  XClientMessageEvent m = {.type = ClientMessage, .display = d, .window = target, .format = 32};
  m.message_type = atom(what);
  long data[5] = {(long)source, b, c, e, f};
  memcpy(m.data.l, data, sizeof data);
  XSendEvent(d, target, False, NoEventMask, (XEvent *)&m);
  XFlush(d);
}

/* answer hands the list of files over to whoever asks for the selection. */
static void answer(XSelectionRequestEvent *r, const char *list) {
  XSelectionEvent n = {.type = SelectionNotify, .requestor = r->requestor, .selection = r->selection,
                       .target = r->target, .property = r->property, .time = r->time};
  XChangeProperty(d, r->requestor, r->property, r->target, 8, PropModeReplace,
                  (const unsigned char *)list, (int)strlen(list));
  XSendEvent(d, r->requestor, False, NoEventMask, (XEvent *)&n);
  XFlush(d);
}

int main(int argc, char **argv) {
  if (argc != 3 || !(d = XOpenDisplay(NULL))) return 2;
  alarm(60);
  target = (Window)strtoul(argv[1], NULL, 0);
  char list[4096];
  snprintf(list, sizeof list, "%s\r\n", argv[2]);
  source = XCreateSimpleWindow(d, DefaultRootWindow(d), 0, 0, 1, 1, 0, 0, 0);
  XSetSelectionOwner(d, atom("XdndSelection"), source, CurrentTime);
  tell("XdndEnter", 5L << 24, (long)atom("text/uri-list"), 0, 0);
  tell("XdndPosition", 0, 400L << 16 | 400, CurrentTime, (long)atom("XdndActionCopy"));
  tell("XdndDrop", 0, CurrentTime, 0, 0);
  for (XEvent e;;) {
    XNextEvent(d, &e);
    if (e.type == SelectionRequest) answer(&e.xselectionrequest, list);
    if (e.type == ClientMessage && e.xclient.message_type == atom("XdndFinished")) return 0;
  }
}

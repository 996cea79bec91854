// Package e2e drives the real program: its window on an X server of its own
// (Xvfb), with a pointer and a keyboard (xdotool), a clipboard (xclip) and a camera
// (ImageMagick). `make e2e` goes down the road of a shop owner, `make shots` takes
// pictures of all screens. It has tests only. It knows controls by their roles and
// asks the program's probe where they are; it must not know the program's packages.
package e2e

//go:build !windows

package chooser

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
)

// command runs a chooser that prints the path and ends with 1 when it was
// cancelled.
func command(ctx context.Context, name string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, name, args...).Output()
	var ended *exec.ExitError
	switch {
	case errors.As(err, &ended) && ended.ExitCode() == 1:
		return "", ErrCancelled
	case err != nil:
		return "", fmt.Errorf("choose a file with %s: %w", name, err)
	}
	return answer(out)
}

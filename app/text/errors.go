package text

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"tradewind.app/catalog"
	"tradewind.app/catalog/localize"
	"tradewind.app/catalog/localize/review"
	"tradewind.app/catalog/localize/terms"
	"tradewind.app/catalog/sheet/grid"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

// Speaker is an error that names its own message. Packages above this one give
// their errors a Message; the sentinels below it are in the table.
type Speaker interface {
	error
	Message() (code string, args []any)
}

// sentinels are the errors that have a message, in the order in which they are
// tried: the more exact one first.
var sentinels = []struct {
	err  error
	code string
}{
	{context.Canceled, "error-interrupted"},
	{context.DeadlineExceeded, "error-too-slow"},
	// A file that was replaced explains whatever went wrong with it.
	{store.ErrLost, "error-catalogue-lost"},
	{store.ErrUnfolded, "error-catalogue-unfolded"},
	{store.ErrVanished, "error-catalogue-vanished"},
	{store.ErrReplaced, "error-catalogue-replaced"},
	{store.ErrBackup, "error-backup"},
	{store.ErrNotFound, "error-catalogue-missing"},
	{store.ErrExists, "error-file-exists"},
	{store.ErrEmptyFile, "error-catalogue-empty"},
	{store.ErrForeign, "error-catalogue-foreign"},
	{store.ErrCompressed, "error-catalogue-compressed"},
	{store.ErrNewer, "error-catalogue-newer"},
	{store.ErrDamaged, "error-catalogue-damaged"},
	{store.ErrUnclean, "error-catalogue-unclean"},
	{store.ErrLocked, "error-catalogue-open"},
	{store.ErrOlder, "error-catalogue-older"},
	{store.ErrBusy, "error-catalogue-busy"},
	{store.ErrReadOnlyFull, "error-catalogue-read-only-full"},
	{store.ErrReadOnlyMedium, "error-catalogue-read-only-medium"},
	{store.ErrReadOnly, "error-catalogue-read-only"},
	{store.ErrDiskFull, "error-disk-full"},
	{store.ErrDisk, "error-disk"},
	{store.ErrNotOurs, "error-not-ours"},
	{store.ErrUnreachable, "error-catalogue-unreachable"},
	{store.ErrClosed, "error-catalogue-closed"},
	{store.ErrDocument, "error-document"},
	{store.ErrNoProduct, "error-product-missing"},
	{store.ErrNoEntry, "error-entry-missing"},
	{store.ErrUndone, "error-entry-undone"},
	{store.ErrStale, "error-product-stale"},
	{store.ErrSort, "error-sort"},
	{store.ErrOver, "error-write-over"},
	{export.ErrSpec, "error-spec"},
	{terms.ErrGlossaryTooLarge, "error-glossary-too-large"},
	{terms.ErrGlossaryMarkup, "error-glossary-markup"},
	{terms.ErrGlossaryPackage, "error-glossary-package"},
	{localize.ErrAnswer, "error-answer"},
	{review.ErrNoAnswers, "error-review-foreign"},
	{review.ErrManyAnswers, "error-review-large"},
	{review.ErrNewAnswers, "error-review-newer"},
	{review.ErrNothing, "error-review-nothing"},
	{review.ErrOtherShop, "error-review-other"},
	{syscall.ENOSPC, "error-disk-full"},
	{syscall.EIO, "error-disk"},
	{syscall.EROFS, "error-read-only-disk"},
	{syscall.ENOTDIR, "error-not-a-folder"},
	{fs.ErrNotExist, "error-file-missing"},
	{fs.ErrPermission, "error-file-forbidden"},
	{fs.ErrExist, "error-file-exists"},
}

// Error says an error in plain words: what happened, where, what to do. One that
// nobody foresaw is said as it is, since its text is all there is to search for.
func (p *Printer) Error(err error) string {
	var (
		speaker Speaker
		refused *grid.FormatError
		broken  *catalog.RefusedError
	)
	switch {
	case errors.As(err, &broken):
		sentences := make([]string, len(broken.Problems))
		for i, wrong := range broken.Problems {
			sentences[i] = p.Problem(wrong)
		}
		return strings.Join(sentences, " ")
	case errors.As(err, &speaker):
		code, args := speaker.Message()
		if code == "error-setting-broken" && p.window {
			args = p.nameKeys(args)
		}
		return p.Say(code, args...)
	case errors.As(err, &refused) && p.Has(refused.Code):
		return p.sayWith(refused.Code, p.words(refused.Args))
	}
	for _, s := range sentinels {
		if errors.Is(err, s.err) {
			return p.Say(s.code, "path", pathOf(err), "error", err.Error())
		}
	}
	return p.Say("error-unforeseen", "error", err.Error())
}

// nameKeys puts the names of settings in the place of their keys.
func (p *Printer) nameKeys(args []any) []any {
	args = slices.Clone(args)
	for i := 0; i+1 < len(args); i += 2 {
		if keys, ok := args[i+1].(string); ok && args[i] == "keys" {
			args[i+1] = p.Settings(keys)
		}
	}
	return args
}

// pathOf names the file that an error is about, without its folder: the reader
// knows where it was looked for.
func pathOf(err error) string {
	var (
		refused *store.FileError
		failed  *fs.PathError
		moved   *os.LinkError
	)
	switch {
	case errors.As(err, &refused):
		return filepath.Base(refused.Path)
	case errors.As(err, &failed):
		return filepath.Base(failed.Path)
	case errors.As(err, &moved):
		return filepath.Base(moved.New)
	}
	return ""
}

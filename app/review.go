package app

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"

	"tradewind.app/app/chooser"
	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/widget"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/localize/review"
	"tradewind.app/catalog/regular"
)

// The extensions of review pages and of their answers.
const (
	pageExtension    = ".html"
	answersExtension = ".json"
)

// makeReviewPage asks where to write the page for a reader of Chinese.
func (w *window) makeReviewPage() {
	ws := w.session.Workspace
	if ws == nil || w.busy() {
		return
	}
	say := w.session.Text
	base := strings.TrimSuffix(filepath.Base(ws.Path()), workspace.Extension)
	w.leaveThen(func() {
		w.choose(chooser.Request{
			Title: say.Say("choose-review-page"), Save: true, Folder: filepath.Dir(ws.Path()), Name: say.Say("file-review-name", "name", base) + pageExtension,
			Kind: say.Say("files-review-pages"), Extensions: []string{pageExtension},
		}, w.writeReviewPage)
	})
}

// madePage is a review page that was written.
type madePage struct {
	path string
	workspace.ReviewPageResult
}

func (w *window) writeReviewPage(path string) {
	ws := w.session.Workspace
	if ws == nil || w.busy() {
		return
	}
	if filepath.Ext(path) == "" {
		path += pageExtension
	}
	say := w.session.Text
	view.Work(w.session, say.Say("job-review"), func(ctx context.Context, p job.Progress) (madePage, error) {
		var page bytes.Buffer
		made, err := ws.ReviewPage(ctx, workspace.ReviewRequest{Say: inBothLanguages}, &page, workspace.Progress(p))
		if err == nil {
			err = os.WriteFile(path, page.Bytes(), 0o666) //nolint:gosec // as any file that a person saves
		}
		return madePage{path, made}, err
	}, func(made madePage, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.announce(say.Say("told-review-page"), say.Say("told-review-page-body", "path", made.path, "values", made.Values, "products", made.Products))
	})
}

func inBothLanguages(p catalog.Problem) (english, chinese string) {
	return text.For(text.English).Problem(p), text.For(text.Chinese).Problem(p)
}

// askReviewAnswers asks for the file that a review page saved.
func (w *window) askReviewAnswers() {
	if w.session.Workspace == nil || w.busy() {
		return
	}
	say := w.session.Text
	w.leaveThen(func() {
		w.choose(chooser.Request{
			Title: say.Say("choose-review-answers"), Folder: w.folder, Kind: say.Say("files-review-answers"), Extensions: []string{answersExtension},
		}, w.previewReview)
	})
}

// readAnswers are answers with what they would change.
type readAnswers struct {
	answers review.Answers
	preview workspace.ReviewResult
}

// maxAnswersFile is the largest file of answers that is opened, in bytes.
const maxAnswersFile = 16 << 20

// previewReview shows what answers would change, before they do.
func (w *window) previewReview(path string) {
	ws := w.session.Workspace
	if ws == nil || w.busy() {
		return
	}
	say := w.session.Text
	view.Work(w.session, say.Say("job-review"), func(ctx context.Context, p job.Progress) (read readAnswers, err error) {
		f, err := regular.Open(path, maxAnswersFile)
		if err != nil {
			return read, err
		}
		defer f.Close() // opened for reading: nothing can be lost
		if read.answers, err = review.ReadAnswers(f); err != nil {
			return read, err
		}
		read.preview, err = ws.ImportReview(ctx, read.answers, true, workspace.Progress(p))
		return read, err
	}, func(read readAnswers, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		title := say.Say("ask-review", "reader", read.preview.Reader)
		if ws.ReadOnly() != nil || !hasNews(read.preview) {
			w.announce(title, reviewLines(say, read.preview))
			return
		}
		w.ask(title, reviewLines(say, read.preview),
			answer{say.Say("word-take-answers"), "ask:take", widget.Primary, func() { w.takeReview(read.answers) }},
			answer{say.Say("word-cancel"), "ask:cancel", widget.Plain, nil},
		)
	})
}

// hasNews reports whether taking the answers would write anything.
func hasNews(r workspace.ReviewResult) bool {
	for _, a := range r.Answers {
		if a.Outcome == review.New || a.Comment != "" {
			return true
		}
	}
	return false
}

// mostReviewLines is how many answers a preview names that need a look.
const mostReviewLines = 8

// reviewLines say how many answers there are of each outcome, and name those that are not
// taken or have a comment.
func reviewLines(say *text.Printer, r workspace.ReviewResult) string {
	lines := []string{say.Say("review-sum", "texts", r.Texts, "products", r.Products)}
	for _, o := range review.Outcomes {
		if n := r.Counts[o]; n > 0 {
			lines = append(lines, say.Say("review-count", "count", n, "outcome", say.Say("review-"+string(o))))
		}
	}
	named := 0
	for _, a := range r.Answers {
		if (a.Outcome == review.New || a.Outcome == review.Same) && a.Comment == "" && a.Refused == 0 {
			continue
		}
		if named++; named <= mostReviewLines {
			lines = append(lines, "• "+reviewLine(say, a))
		}
	}
	if named > mostReviewLines {
		lines = append(lines, say.Say("review-more", "count", named-mostReviewLines))
	}
	return strings.Join(lines, "\n")
}

// reviewLine is an answer in one line: what it is about, what became of it, and why.
func reviewLine(say *text.Printer, a workspace.ReviewedAnswer) string {
	parts := []string{a.SKU, a.Source, say.Say("review-" + string(a.Outcome))}
	for _, p := range a.Problems {
		parts = append(parts, say.Problem(p))
	}
	parts = append(parts, a.Comment)
	var said []string
	for _, part := range parts {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			said = append(said, shortened(part))
		}
	}
	return strings.Join(said, " · ")
}

// mostOfPart is how much of each part of a line is shown, in characters.
const mostOfPart = 80

func shortened(part string) string {
	if runes := []rune(part); len(runes) > mostOfPart {
		return string(runes[:mostOfPart-1]) + "…"
	}
	return part
}

// takeReview writes the answers of a reader into the catalogue.
func (w *window) takeReview(answers review.Answers) {
	ws := w.session.Workspace
	if ws == nil || w.busy() {
		return
	}
	say := w.session.Text
	view.Write(w.session, say.Say("job-review"), func(ctx context.Context, p job.Progress) (workspace.ReviewResult, error) {
		return ws.ImportReview(ctx, answers, false, workspace.Progress(p))
	}, func(r workspace.ReviewResult, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.announce(say.Say("told-review", "reader", r.Reader), reviewLines(say, r))
	})
}

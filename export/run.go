package export

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"tradewind.app/catalog"
	"tradewind.app/export/encode"
)

// Run makes a feed of products and puts it into a sink. It takes one product at
// a time, so its memory does not grow with their number. Products with a problem
// that blocks are left out and listed, unless the options say to write all.
//
// When the context is cancelled or anything fails, the sink is left as it was.
// progress may be nil; total is Options.Total.
func Run(ctx context.Context, c *Channel, products iter.Seq2[*catalog.Product, error], to Sink, opts Options, progress func(done, total int)) (Report, error) {
	batch, err := to.Begin(c.Name())
	if err != nil {
		return Report{}, fmt.Errorf("export to %s: %w", c.Name(), err)
	}
	r := newRun(c, batch, to, opts)
	err = r.pack()
	if err == nil {
		err = r.all(ctx, products, progress)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = r.commit()
	}
	if err != nil {
		r.abandon()
		return Report{}, fmt.Errorf("export to %s: %w", c.Name(), errors.Join(err, batch.Discard()))
	}
	return r.report, nil
}

// commit puts the files in their places. What cannot be tidied up behind them is
// reported: the feed is whole.
func (r *run) commit() error {
	err := r.batch.Commit()
	var left *LeftoverError
	if errors.As(err, &left) {
		r.report.Leftover, err = left.Path, nil
	}
	return err
}

// run is the state of one Run.
type run struct {
	checker *Checker
	batch   Batch
	packer  *packer // nil: no package
	files   []*fileWriter
	report  Report
	to      Sink
}

func newRun(c *Channel, batch Batch, to Sink, opts Options) *run {
	r := &run{checker: c.Checker(opts), batch: batch, to: to}
	r.report = Report{Channel: c.Name(), Files: []FileReport{}, Skipped: []Skipped{}, Problems: []ProductCount{}, examples: map[catalog.ProblemKind]string{}}
	for _, name := range batch.Completed() {
		r.report.Completed = append(r.report.Completed, to.Path(name))
	}
	return r
}

// pack makes the writers of the files, which go into a zip file where the spec says so.
func (r *run) pack() error {
	spec, files, path := r.checker.channel.spec, r.batch, r.to.Path
	if spec.Package != "" {
		var err error
		if r.packer, err = newPacker(r.batch, spec.Package); err != nil {
			return err
		}
		files, path = r.packer, func(name string) string { return name }
	}
	for i := range spec.Files {
		r.files = append(r.files, newFileWriter(&spec.Files[i], &r.checker.opts, files, path))
	}
	return nil
}

func (r *run) all(ctx context.Context, products iter.Seq2[*catalog.Product, error], progress func(done, total int)) error {
	done := 0
	for p, err := range products {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if err := r.product(p); err != nil {
			return err
		}
		if done++; progress != nil {
			progress(done, r.checker.opts.Total)
		}
	}
	return r.end()
}

func (r *run) product(p *catalog.Product) error {
	rendered := r.checker.render(p)
	shots := r.takePictures(rendered)
	r.report.count(p.Handle, rendered.problems.list)
	if rendered.leftOut(r.checker.opts) {
		r.report.skip(p, rendered.problems.list)
		return nil
	}
	texts, key := rendered.texts(), cmp.Or(safeName(p.Handle), safeName(string(p.ID)), "product")
	for _, f := range r.files {
		if err := f.write(texts, key); err != nil {
			return fmt.Errorf("product %s: %w", p.Handle, err)
		}
	}
	if err := r.putPictures(shots); err != nil {
		return fmt.Errorf("product %s: %w", p.Handle, err)
	}
	r.report.noteDrafts(p, rendered.problems.list)
	r.report.Products++
	r.report.Variants += len(p.Variants)
	if ReadinessOf(rendered.problems.list) == WithWarnings {
		r.report.Warnings++
	}
	return nil
}

// texts is what the product has in each table, for the writers.
func (r *renderedProduct) texts() encode.Product {
	tables := make(encode.Product, len(r.tables))
	for t, rows := range r.tables {
		tables[t] = make([]encode.Row, len(rows))
		for i, row := range rows {
			tables[t][i] = row.texts()
		}
	}
	return tables
}

// leftOut reports whether a product does not go into the files. What a file cannot
// carry stays out even when all are wanted.
func (r *renderedProduct) leftOut(opts Options) bool {
	blocked := ReadinessOf(r.problems.list) == NotReady
	rows := slices.ContainsFunc(r.tables, func(rows []Row) bool { return len(rows) > 0 })
	return r.unfit || !rows || blocked && !opts.All
}

// closeFiles ends the files and lists them in the report.
func (r *run) closeFiles() error {
	for _, f := range r.files {
		parts, err := f.close()
		if err != nil {
			return err
		}
		r.report.Files = append(r.report.Files, parts...)
	}
	if r.packer == nil {
		return nil
	}
	whole, err := r.packer.close()
	if err != nil {
		return err
	}
	whole.Path = r.to.Path(r.checker.channel.spec.Package)
	for _, f := range r.report.Files {
		whole.Rows += f.Rows
	}
	r.report.Packed, r.report.Files = r.report.Files, []FileReport{whole}
	return nil
}

// end closes the files and writes the report beside them.
func (r *run) end() error {
	if err := r.closeFiles(); err != nil {
		return err
	}
	if r.checker.opts.LeftOut != nil {
		leftOut, err := r.checker.opts.LeftOut()
		if err != nil {
			return err
		}
		for _, s := range leftOut {
			r.report.count(s.Handle, s.Problems)
			r.report.Skipped = append(r.report.Skipped, s)
		}
	}
	r.report.sumUp()
	r.report.Run = runOf(r.report.Files)
	r.batch.Announce(r.checker.channel.ReportName(), r.report.pending(r.checker.channel, r.checker.opts))
	return r.writeReport()
}

// runOf names a run by what it has written: runs that write the same are the same.
func runOf(files []FileReport) string {
	sum := sha256.New()
	for _, f := range files {
		io.WriteString(sum, f.SHA256) // a hash never fails
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

func (r *run) abandon() {
	for _, f := range r.files {
		f.abandon()
	}
	if r.packer != nil {
		r.packer.abandon()
	}
}

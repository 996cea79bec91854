package export

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"tradewind.app/catalog"
)

// reportWords are the report's own words in a language. What is wrong with a
// product is said by Options.Describe.
type reportWords struct {
	title, run, placing, belongs, completed, rules, files, packed, rows, written, drafts, left, more, why, example string
}

var reportLanguages = map[catalog.Locale]reportWords{
	catalog.Source: {
		title: "Feed for %s\n",
		run:   "Run %s: all files below are of it.\n",
		files: "Files:\n",

		packed: "In the package:\n",

		placing:   "Run %s: its files are being put in their places. If you read this later, the program was stopped meanwhile, and old files may lie beside new ones.\nThe next export into this folder completes the run. Until then:\n",
		belongs:   "  %s\n    is of this run if its SHA-256 is %s, otherwise of the run before\n",
		completed: "An earlier run was stopped while its files were put in their places. These were put there first:\n",

		rows:    "  %s\n    rows: %d, bytes: %d, SHA-256: %s\n",
		written: "Written:\n  products: %d, of which with warnings: %d\n  variants: %d\n  pictures: %d\n",
		drafts:  "Drafts that were written: %d\n",
		left:    "Left out: %d\n",
		why:     "Problems, with the number of products that have them and one example each:\n",
		example: "  %6d  %s: %s\n",
		rules:   "The rules were read in %s on %s (spec version %s).\n",
		more:    "  and more that are not listed here: %d\n",
	},
	catalog.SimplifiedChinese: {
		title: "商品数据文件：%s\n",
		run:   "导出批次 %s：下列文件均属于该批次。\n",
		files: "文件：\n",

		packed: "压缩包内的文件：\n",

		placing:   "导出批次 %s：正在放置文件。如果您在之后看到这段文字，说明程序中途停止，新旧文件可能并存。\n下次导出到此文件夹时会补全该批次。在此之前：\n",
		belongs:   "  %s\n    若其 SHA-256 为 %s，则属于该批次，否则属于上一批次\n",
		completed: "此前有一次导出在放置文件时中断，本次已先补全以下文件：\n",

		rows:    "  %s\n    行数：%d，字节数：%d，SHA-256：%s\n",
		written: "已写入：\n  商品：%d，其中有提示的：%d\n  规格（SKU）：%d\n  图片：%d\n",
		drafts:  "已写入的草稿：%d\n",
		left:    "未写入：%d\n",
		why:     "问题（涉及的商品数，各举一例）：\n",
		example: "  %6d  %s：%s\n",
		rules:   "规则来源：%s，核对日期 %s（规则版本 %s）。\n",
		more:    "  此处未列出的还有：%d\n",
	},
}

// maxListed bounds the products named in a report; beyond that the check of the
// channel is the place to work them off.
const maxListed = 1000

// ReportName is the file that a run's report is in.
func (c *Channel) ReportName() string { return c.Name() + "-report.txt" }

func (r *run) writeReport() error {
	out, err := r.batch.Create(r.checker.channel.ReportName())
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, r.report.text(r.checker.channel, r.checker.opts))
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// wordsIn are the report's words in a language, otherwise in English.
func wordsIn(l catalog.Locale) reportWords {
	if words, ok := reportLanguages[l]; ok {
		return words
	}
	return reportLanguages[catalog.Source]
}

// pending is what lies in the report's place while the files are put in theirs.
func (r *Report) pending(c *Channel, opts Options) string {
	words := wordsIn(opts.Locale)
	var b strings.Builder
	fmt.Fprintf(&b, words.title, c.Title(opts.Locale))
	fmt.Fprintf(&b, words.placing, r.Run)
	for _, f := range r.Files {
		fmt.Fprintf(&b, words.belongs, f.Path, f.SHA256)
	}
	return b.String()
}

// writeFiles lists files; of thousands, one per product, the first ones.
func (w *reportWords) writeFiles(b *strings.Builder, files []FileReport) {
	for _, f := range files[:min(len(files), maxListed)] {
		fmt.Fprintf(b, w.rows, f.Path, f.Rows, f.Bytes, f.SHA256)
	}
	if more := len(files) - maxListed; more > 0 {
		fmt.Fprintf(b, w.more, more)
	}
}

// text is the report in plain words.
func (r *Report) text(c *Channel, opts Options) string {
	words := wordsIn(opts.Locale)
	var b strings.Builder
	fmt.Fprintf(&b, words.title, c.Title(opts.Locale))
	fmt.Fprintf(&b, words.rules, c.spec.Source, c.spec.Checked, c.spec.Version)
	fmt.Fprintf(&b, words.run, r.Run)
	if len(r.Completed) > 0 {
		b.WriteString("\n" + words.completed)
		for _, name := range r.Completed {
			b.WriteString("  " + name + "\n")
		}
	}
	b.WriteString("\n" + words.files)
	words.writeFiles(&b, r.Files)
	if len(r.Packed) > 0 {
		b.WriteString(words.packed)
		words.writeFiles(&b, r.Packed)
	}
	fmt.Fprintf(&b, "\n"+words.written, r.Products, r.Warnings, r.Variants, r.Pictures)
	r.writeDrafts(&b, words)
	r.writeSkipped(&b, words, opts)
	if len(r.Problems) > 0 {
		b.WriteString("\n" + words.why)
		for _, k := range r.Problems {
			fmt.Fprintf(&b, words.example, k.Products, r.examples[k.ProblemKind], opts.line(k.first))
		}
	}
	return b.String()
}

// writeDrafts lists the products of which texts were written that nobody has accepted.
func (r *Report) writeDrafts(b *strings.Builder, words reportWords) {
	if len(r.Drafts) == 0 {
		return
	}
	fmt.Fprintf(b, words.drafts, len(r.Drafts))
	for _, d := range r.Drafts[:min(len(r.Drafts), maxListed)] {
		fmt.Fprintf(b, "  %s: %s\n", d.Handle, strings.Join(d.Fields, ", "))
	}
	if more := len(r.Drafts) - maxListed; more > 0 {
		fmt.Fprintf(b, words.more, more)
	}
}

func (r *Report) writeSkipped(b *strings.Builder, words reportWords, opts Options) {
	fmt.Fprintf(b, words.left, len(r.Skipped))
	for _, s := range r.Skipped[:min(len(r.Skipped), maxListed)] {
		fmt.Fprintf(b, "  %s (%s)\n", s.Handle, strings.Join(s.SKUs, ", "))
		for _, p := range s.Problems {
			fmt.Fprintf(b, "    - %s\n", opts.line(p))
		}
	}
	if more := len(r.Skipped) - maxListed; more > 0 {
		fmt.Fprintf(b, words.more, more)
	}
}

// line is a problem in words, with the variant that it is of.
func (o *Options) line(p catalog.Problem) string {
	if sku := p.Args["sku"]; sku != "" {
		return sku + ": " + o.sentence(p)
	}
	return o.sentence(p)
}

// sentence is a problem in the words of Describe, otherwise its code and arguments.
func (o *Options) sentence(p catalog.Problem) string {
	if o.Describe != nil {
		return strings.ReplaceAll(o.Describe(p), "\n", " ")
	}
	parts := []string{p.Code, p.Field}
	for _, name := range slices.Sorted(maps.Keys(p.Args)) {
		parts = append(parts, name+"="+p.Args[name])
	}
	return strings.ReplaceAll(strings.Join(parts, " "), "\n", " ")
}

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
// product is told by Options.Describe.
type reportWords struct {
	title, rules, files, rows, written, left, more, why, example string
}

var reportLanguages = map[catalog.Locale]reportWords{
	catalog.Source: {
		title:   "Feed for %s\n",
		files:   "Files:\n",
		rows:    "  %s\n    rows: %d, bytes: %d, SHA-256: %s\n",
		written: "Written:\n  products: %d, of which with warnings: %d\n  variants: %d\n  pictures: %d\n",
		left:    "Left out: %d\n",
		why:     "Problems, with the number of products that have them and one example each:\n",
		example: "  %6d  %s: %s\n",
		rules:   "The rules were read in %s on %s (spec version %s).\n",
		more:    "  and more that are not listed here: %d\n",
	},
	catalog.SimplifiedChinese: {
		title:   "商品数据文件：%s\n",
		files:   "文件：\n",
		rows:    "  %s\n    行数：%d，字节数：%d，SHA-256：%s\n",
		written: "已写入：\n  商品：%d，其中有提示的：%d\n  规格（SKU）：%d\n  图片：%d\n",
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

// text tells the report in plain words.
func (r *Report) text(c *Channel, opts Options) string {
	words, ok := reportLanguages[opts.Locale]
	if !ok {
		words = reportLanguages[catalog.Source]
	}
	var b strings.Builder
	fmt.Fprintf(&b, words.title, c.Title(opts.Locale))
	fmt.Fprintf(&b, words.rules, c.spec.Source, c.spec.Checked, c.spec.Version)
	b.WriteString("\n" + words.files)
	for _, f := range r.Files {
		fmt.Fprintf(&b, words.rows, f.Path, f.Rows, f.Bytes, f.SHA256)
	}
	fmt.Fprintf(&b, "\n"+words.written, r.Products, r.Warnings, r.Variants, r.Pictures)
	r.tellSkipped(&b, words, opts)
	if len(r.Problems) > 0 {
		b.WriteString("\n" + words.why)
		for _, k := range r.Problems {
			fmt.Fprintf(&b, words.example, k.Products, r.examples[k.ProblemKind], opts.line(k.first))
		}
	}
	return b.String()
}

func (r *Report) tellSkipped(b *strings.Builder, words reportWords, opts Options) {
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

// line tells a problem, and the variant that it is of.
func (o *Options) line(p catalog.Problem) string {
	if sku := p.Args["sku"]; sku != "" {
		return sku + ": " + o.sentence(p)
	}
	return o.sentence(p)
}

// sentence tells a problem by Describe, else by its code and arguments.
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

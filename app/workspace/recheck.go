package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"tradewind.app/app/version"
	"tradewind.app/catalog"
	"tradewind.app/catalog/check/texts"
	"tradewind.app/catalog/store"
	"tradewind.app/export"
)

const (
	// recheckedAtOnce is how many products are evaluated between two writes: who edits
	// meanwhile waits for one of them.
	recheckedAtOnce = 256
	// mostUnread is how many products with pictures that could not be read are looked
	// at each time.
	mostUnread = 200
)

// Recheck brings the stored findings up to date: it evaluates the products that were
// written to since, or all of them where something that findings depend on has changed.
// Products with pictures that could not be read are looked at again where they are few:
// the files may be there by now.
//
// It may take seconds and can be cancelled at any time: the next one goes on where it
// was. progress is called with the products that were evaluated; how many of them were
// pending is returned.
func (w *Workspace) Recheck(ctx context.Context, progress Progress) (evaluated int, err error) {
	select {
	case w.rechecking <- struct{}{}:
		defer func() { <-w.rechecking }()
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	r := &recheck{Workspace: w, progress: progress}
	for {
		err := r.run(ctx)
		if !errors.Is(err, store.ErrStale) {
			return r.evaluated, err
		}
	}
}

// recheck is one run of Recheck.
type recheck struct {
	*Workspace

	progress    Progress
	sources     []store.SourceVersions
	evaluator   *evaluator
	done, total int // of all products
	evaluated   int
}

// run evaluates until nothing is pending. The error is store.ErrStale when what
// findings depend on has changed meanwhile.
func (r *recheck) run(ctx context.Context) error {
	var err error
	if r.sources, err = r.currentSources(ctx); err != nil {
		return err
	}
	targets, err := r.TargetChannels(ctx)
	if err != nil {
		return err
	}
	if r.evaluator, err = r.evaluatorFor(ctx, targets); err != nil {
		return err
	}
	if err := r.store.UseSources(ctx, r.sources); err != nil {
		return err
	}
	unread, err := r.store.UnreadPictures(ctx, mostUnread)
	if err == nil && len(unread) > 0 {
		err = r.take(ctx, unread)
	}
	if err != nil {
		return err
	}
	state, err := r.store.FindingsState(ctx)
	if err != nil {
		return err
	}
	r.done, r.total = state.All-state.Pending, state.All
	for {
		list, err := r.store.PendingProducts(ctx, recheckedAtOnce)
		if err != nil || len(list) == 0 {
			return err
		}
		if err := r.take(ctx, list); err != nil {
			return err
		}
		if now, err := r.currentSources(ctx); err != nil || !store.SameSources(now, r.sources) {
			return errors.Join(err, store.ErrStale)
		}
	}
}

// take evaluates products and writes what was found.
func (r *recheck) take(ctx context.Context, list []store.PendingProduct) error {
	found := make([]store.ProductFindings, len(list))
	results := make([]evaluated, len(list))
	var keys []uint32
	for i, one := range list {
		found[i] = store.ProductFindings{Place: one.Place, Entry: one.Entry, Gone: one.Gone, Unreadable: !one.Gone && one.Product == nil}
		if one.Product == nil {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		results[i] = r.evaluator.alone(one.Product, nil)
		r.step()
		keys = append(keys, results[i].keys...)
	}
	shared, err := r.sharersOf(ctx, keys)
	if err != nil {
		return err
	}
	for i, one := range list {
		shared.note(one.Place, &results[i])
	}
	for i, one := range list {
		if one.Product == nil {
			continue
		}
		values, err := shared.earlier(one.Place, &results[i])
		if err != nil {
			return err
		}
		if len(values) > 0 {
			results[i] = r.evaluator.alone(one.Product, values)
		}
		f := &found[i]
		f.Evaluations, f.Keys, f.Unfinished, f.Unread = results[i].evaluations, results[i].keys, results[i].unfinished, results[i].unread
	}
	return r.store.WriteFindings(ctx, r.sources, found)
}

// step counts a product that was evaluated.
func (r *recheck) step() {
	r.evaluated++
	if r.done++; r.progress != nil && r.total > 0 {
		r.progress(min(r.done, r.total), r.total)
	}
}

// sharersOf finds which products have the keys, too.
func (r *recheck) sharersOf(ctx context.Context, keys []uint32) (*sharers, error) {
	slices.Sort(keys)
	places, err := r.store.Sharing(ctx, slices.Compact(keys))
	return &sharers{
		evaluator: r.evaluator, places: places, known: map[int64][]uint64{},
		read: func(place int64) (*catalog.Product, error) {
			list, err := r.store.ProductsAt(ctx, []int64{place})
			if err != nil || len(list) == 0 {
				return nil, err
			}
			return list[0].Product, nil
		},
	}, err
}

// currentSources are the channels that the shop chose and the checks of texts, with the versions of all that
// their findings depend on besides the products.
func (w *Workspace) currentSources(ctx context.Context) ([]store.SourceVersions, error) {
	targets, err := w.TargetChannels(ctx)
	if err != nil {
		return nil, err
	}
	settings, err := w.settings(ctx)
	if err != nil {
		return nil, err
	}
	settled := settingsVersion(settings)
	checks, err := w.textChecks()
	if err != nil {
		return nil, err
	}
	list := make([]store.SourceVersions, len(targets))
	for i, c := range targets {
		list[i] = store.SourceVersions{
			Source:   catalog.ChannelNamed(c.Name()),
			Versions: catalog.Versions{"program": programVersion(), "spec": c.Spec().Hash(), "settings": settled, "texts": checks.Version()},
		}
	}
	for _, source := range []catalog.FindingSource{texts.Law, texts.Quality} {
		versions := catalog.Versions{"program": programVersion(), "tables": checks.Versions()[source]}
		list = append(list, store.SourceVersions{Source: source, Versions: versions})
	}
	return list, nil
}

// settingsVersion is a hash of the settings that findings depend on: not of the choice
// of channels, which says which findings there are and not what they are.
func settingsVersion(settings map[string]string) string {
	sum := sha256.New()
	for _, key := range slices.Sorted(maps.Keys(settings)) {
		if key != SettingChannels {
			fmt.Fprintf(sum, "%q=%q\n", key, settings[key])
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// programVersion identifies the rules that are code: by the release or the commit, and
// in a build of which neither is known by the program's file.
var programVersion = sync.OnceValue(func() string {
	v := version.Current()
	if v.Commit != "" && !v.Modified {
		return v.Number + "-" + v.Commit
	}
	id := v.Number
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			id = fmt.Sprintf("%s-%d-%d", v.Number, info.Size(), info.ModTime().UnixMilli())
		}
	}
	return strings.ReplaceAll(id, " ", "")
})

// evaluator evaluates one product after another for channels.
type evaluator struct {
	channels []*export.Channel
	checkers []*export.Checker
	texts    *oneProduct // what the checks of texts find in the product at hand
	script   catalog.Locale
}

// oneProduct remembers what was found in the texts of one product, which all channels
// ask for.
type oneProduct struct {
	find    func(*catalog.Product) []catalog.Problem
	product *catalog.Product
	found   []catalog.Problem
}

func (o *oneProduct) problems(p *catalog.Product) []catalog.Problem {
	if o.product != p && o.find != nil {
		o.product, o.found = p, o.find(p)
	}
	return o.found
}

// evaluated is what was found about one product. Values are hashes of what must be
// unique; keys, index by index, are hashes of the same by which products that may share
// a value are found.
type evaluated struct {
	evaluations []catalog.Evaluation
	values      []uint64
	keys        []uint32
	unfinished  bool // it has no finished listing in the shop's Chinese
	unread      bool // it has a picture that could not be read
}

func newEvaluator(channels []*export.Channel, o export.Options, script catalog.Locale) *evaluator {
	e := &evaluator{channels: channels, script: script, texts: &oneProduct{find: o.Texts}}
	o.Texts = e.texts.problems
	for _, c := range channels {
		e.checkers = append(e.checkers, c.Checker(o))
	}
	return e
}

// evaluatorFor makes an evaluator by the settings as they are now.
func (w *Workspace) evaluatorFor(ctx context.Context, channels []*export.Channel) (*evaluator, error) {
	options, err := w.exportOptions(ctx, nil)
	if err != nil {
		return nil, err
	}
	script, err := w.Script(ctx)
	return newEvaluator(channels, options, script), err
}

// alone evaluates a product as one that comes after products with some values.
func (e *evaluator) alone(p *catalog.Product, expected []uint64) evaluated {
	for _, c := range e.checkers {
		c.Forget()
		c.Expect(expected)
	}
	return e.next(p)
}

// next evaluates a product as one that comes after those that were evaluated before.
func (e *evaluator) next(p *catalog.Product) evaluated {
	e.texts.product = nil // it may be the same one, and changed
	r := evaluated{unfinished: unfinished(p, e.script), evaluations: make([]catalog.Evaluation, len(e.checkers))}
	for i, checker := range e.checkers {
		found := checker.Find(p)
		r.evaluations[i] = catalog.Evaluation{Source: catalog.ChannelNamed(e.channels[i].Name()), Problems: found.Problems, Coverage: found.Coverage}
		r.unread = r.unread || found.Unread
		r.values, r.keys = append(r.values, found.Values...), append(r.keys, found.Keys...)
	}
	r.evaluations = append(r.evaluations, texts.ByCheck(e.texts.problems(p))...)
	return r
}

func (r *evaluated) outlines() []catalog.Outline {
	list := make([]catalog.Outline, len(r.evaluations))
	for i, e := range r.evaluations {
		list[i] = e.Outline()
	}
	return list
}

// unfinished reports whether a product has no Chinese listing that is finished.
func unfinished(p *catalog.Product, script catalog.Locale) bool {
	return !p.IsFinished(p.Listing(script))
}

// sharers answer which of a product's values an earlier product has: what must be
// unique is a problem of all products that share it but the first.
type sharers struct {
	evaluator *evaluator
	places    map[uint32][]int64 // by key, those of products that are stored with it
	known     map[int64][]uint64 // values by place
	read      func(place int64) (*catalog.Product, error)
}

// note keeps the values of a product: its keys are those that it has now, whatever is
// stored.
func (s *sharers) note(place int64, r *evaluated) {
	for key, places := range s.places {
		if !slices.Contains(r.keys, key) {
			s.places[key] = slices.DeleteFunc(places, func(have int64) bool { return have == place })
		}
	}
	for _, key := range r.keys {
		if i, have := slices.BinarySearch(s.places[key], place); !have {
			s.places[key] = slices.Insert(s.places[key], i, place)
		}
	}
	s.known[place] = r.values
}

// earlier lists the values of a product that products before it have.
func (s *sharers) earlier(place int64, r *evaluated) (values []uint64, err error) {
	for i, value := range r.values {
		for _, other := range s.places[r.keys[i]] {
			if other >= place {
				break
			}
			have, err := s.valuesOf(other)
			if err != nil {
				return nil, err
			}
			if slices.Contains(have, value) {
				values = append(values, value)
				break
			}
		}
	}
	return values, nil
}

// valuesOf evaluates a product that is no longer known for its values.
func (s *sharers) valuesOf(place int64) ([]uint64, error) {
	values, known := s.known[place]
	if known {
		return values, nil
	}
	p, err := s.read(place)
	if err == nil && p != nil {
		values = s.evaluator.alone(p, nil).values
	}
	s.known[place] = values
	return values, err
}

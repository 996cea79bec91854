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
	"tradewind.app/catalog/store"
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

// currentSources are the channels that the shop chose, with the versions of all that
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
	list := make([]store.SourceVersions, len(targets))
	for i, c := range targets {
		list[i] = store.SourceVersions{
			Source:   catalog.ChannelNamed(c.Name()),
			Versions: catalog.Versions{"program": programVersion(), "spec": c.Spec().Hash(), "settings": settled},
		}
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

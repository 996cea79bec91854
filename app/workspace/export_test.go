package workspace

import (
	"context"
	"errors"

	"tradewind.app/catalog/store"
)

// DamageFindings stores that nothing is wrong with the first product.
func DamageFindings(w *Workspace) error {
	ctx := context.Background()
	sources, err := w.currentSources(ctx)
	list, failed := w.store.ProductsAt(ctx, []int64{1})
	if err = errors.Join(err, failed); err != nil || len(list) == 0 {
		return errors.Join(err, errors.New("there is no first product"))
	}
	return w.store.WriteFindings(ctx, sources, []store.ProductFindings{{Place: 1}})
}

// MultiplyChannels makes of each channel as many of the same rules.
func MultiplyChannels(w *Workspace, times int) {
	shipped := w.channels
	for i := range times - 1 {
		for _, c := range shipped {
			w.channels = append(w.channels, c.Named(c.Name()+"-"+string(rune('b'+i))))
		}
	}
}

// ForgetFindings has all products checked again.
func ForgetFindings(w *Workspace) error { return w.store.ForgetFindings(context.Background()) }

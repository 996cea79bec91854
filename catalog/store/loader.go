package store

import (
	"context"
	"sync"

	"tradewind.app/catalog"
)

// An import reads and plans on one processor and writes on another. Put hands new
// products over and goes on; a goroutine of the batch writes them in their order.
// Nobody notices but by the clock: Find knows what is not written yet, and all other
// calls wait until everything is. What goes wrong is reported by the next call.

// loadQueue is how many groups of new products may wait: enough to go on planning while
// the search index takes some, few enough to cost no memory.
const loadQueue = 8

// loader writes the new products of a batch.
type loader struct {
	batch   *Batch
	queue   chan []catalog.Change
	writing sync.WaitGroup // groups that are not written yet
	conn    sync.Mutex     // locked by who uses the batch's connection

	mu        sync.Mutex // guards what follows
	unwritten map[catalog.Key]*catalog.Product
	err       error
	panicked  any
	abandoned bool // nothing more is to be written
}

func (b *Batch) startLoader() error {
	if _, err := b.number(); err != nil {
		return err
	}
	b.loader = &loader{batch: b, queue: make(chan []catalog.Change, loadQueue), unwritten: map[catalog.Key]*catalog.Product{}}
	go b.loader.run()
	return nil
}

func (l *loader) run() {
	for group := range l.queue {
		l.write(group)
		l.writing.Done()
	}
}

func (l *loader) write(group []catalog.Change) {
	defer func() {
		if p := recover(); p != nil {
			l.fail(nil, p)
		}
	}()
	if l.isOver() {
		return
	}
	l.conn.Lock()
	defer l.conn.Unlock()
	if err := l.batch.writeLoaded(group); err != nil {
		l.fail(err, nil)
		return
	}
	l.forget(group)
}

func (l *loader) fail(err error, panicked any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.err, l.panicked = err, panicked
}

// abandon keeps the groups that wait from being written.
func (l *loader) abandon() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.abandoned = true
}

func (l *loader) isOver() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.abandoned || l.err != nil || l.panicked != nil
}

// failure is what went wrong so far. A panic goes on where the batch is used.
func (l *loader) failure() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if p := l.panicked; p != nil && !l.abandoned {
		l.panicked = nil
		l.abandoned = true
		panic(p)
	}
	return l.err
}

// remember notes a product under everything that it can be found by. Of several with
// one GTIN the first is meant, as in the catalogue.
func (l *loader) remember(p *catalog.Product) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for key := range p.Keys {
		if l.unwritten[key] == nil {
			l.unwritten[key] = p
		}
	}
}

// forget takes products off that are written.
func (l *loader) forget(group []catalog.Change) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range group {
		for key := range group[i].After.Keys {
			if l.unwritten[key] == group[i].After {
				delete(l.unwritten, key)
			}
		}
	}
}

// find is Batch.Find while groups are being written.
func (l *loader) find(keys []catalog.Key) (map[catalog.Key]*catalog.Product, error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	if err := l.failure(); err != nil {
		return nil, err
	}
	found, err := l.batch.c.find(keys)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, key := range keys {
		if p := l.unwritten[catalog.NewKey(key.Kind, key.Value)]; p != nil && found[key] == nil {
			found[key] = p
		}
	}
	return found, nil
}

// load takes a new product, to be written soon.
func (b *Batch) load(c catalog.Change) error {
	if b.loader == nil {
		if err := b.startLoader(); err != nil {
			return err
		}
	}
	b.loader.remember(c.After)
	if b.group = append(b.group, c); len(b.group) < loadSize {
		return nil
	}
	return b.send()
}

// send hands the products over that were taken so far.
func (b *Batch) send() error {
	b.loader.writing.Add(1)
	b.loader.queue <- b.group
	b.group = nil
	return b.loader.failure()
}

// flush waits until all products are written.
func (b *Batch) flush() error {
	if b.loader == nil {
		return nil
	}
	if len(b.group) > 0 {
		if err := b.send(); err != nil {
			return err
		}
	}
	b.loader.writing.Wait()
	return b.loader.failure()
}

// written is ready for what needs the connection: all products are written.
func (b *Batch) written(ctx context.Context) error {
	if err := b.ready(ctx); err != nil {
		return err
	}
	b.failed = b.store.becauseReplaced(b.flush())
	return b.failed
}

// Flush writes what was put and waits for it, so that an error only the database
// finds is known before the batch is rolled back, as a dry run does.
func (b *Batch) Flush(ctx context.Context) error { return b.written(ctx) }

// stopLoader ends the goroutine; what it has not written yet is left.
func (b *Batch) stopLoader() {
	if b.loader == nil {
		return
	}
	b.loader.abandon()
	b.loader.writing.Wait()
	close(b.loader.queue)
	b.loader, b.group = nil, nil
}

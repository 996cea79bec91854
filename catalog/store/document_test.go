package store

import (
	"fmt"
	"testing"
)

func TestDocuments(t *testing.T) {
	s := emptyStore(t)
	type profile struct{ Columns []string }
	want := profile{[]string{"SKU", "货号"}}
	for _, name := range []string{"b", "a"} {
		e, err := s.SetDocument(t.Context(), Profiles, name, want)
		if err != nil || e.Counts.Documents != 1 {
			t.Fatalf("got %+v (%v), want one document", e, err)
		}
	}
	if e, err := s.SetDocument(t.Context(), Profiles, "a", want); err != nil || e.Number != 0 {
		t.Errorf("the same again: got entry %d (%v), want none", e.Number, err)
	}
	var got profile
	if ok, err := s.Document(t.Context(), Profiles, "a", &got); !ok || err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v %v (%v), want %v", got, ok, err, want)
	}
	if ok, err := s.Document(t.Context(), Settings, "a", &got); ok || err != nil {
		t.Errorf("another kind: got %v (%v), want nothing", ok, err)
	}
	list, err := s.Documents(t.Context(), Profiles)
	if err != nil || len(list) != 2 || list[0].Name != "a" || string(list[0].Body) != `{"Columns":["SKU","货号"]}` {
		t.Errorf("got %s (%v), want a and b", list, err)
	}
	e, err := s.SetDocument(t.Context(), Profiles, "a", nil)
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := s.Document(t.Context(), Profiles, "a", &got); ok || err != nil {
		t.Errorf("after deletion got %v (%v)", ok, err)
	}
	if _, err := s.Undo(t.Context(), e.ID, nil); err != nil {
		t.Fatal(err)
	}
	if ok, err := s.Document(t.Context(), Profiles, "a", &got); !ok || err != nil {
		t.Errorf("after undo got %v (%v), want it back", ok, err)
	}
}

// An undo keeps a document that was written since, and says which.
func TestUndoKeepsEditedDocument(t *testing.T) {
	s := emptyStore(t)
	first, err := s.SetDocument(t.Context(), Terms, "bowl", "碗")
	if err != nil || first.Kind != KindTerms {
		t.Fatalf("got kind %s (%v), want terms", first.Kind, err)
	}
	second, err := s.SetDocument(t.Context(), Terms, "bowl", "盆")
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Undo(t.Context(), first.ID, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []Kept{{Document: DocumentName{Terms, "bowl"}, Reason: KeptEdited, Entry: second.Number}}
	if fmt.Sprint(r.Kept) != fmt.Sprint(want) || r.Entry.Number != 0 {
		t.Errorf("got %+v in entry %d, want %+v and no entry", r.Kept, r.Entry.Number, want)
	}
}

// A document that cannot be JSON is an error, and spoils nothing else.
func TestDocumentThatIsNoJSON(t *testing.T) {
	s := emptyStore(t)
	if _, err := s.SetDocument(t.Context(), Settings, "x", func() {}); err == nil {
		t.Error("a function was written as JSON")
	}
	if _, err := s.SetDocument(t.Context(), Settings, "x", 1); err != nil {
		t.Error(err)
	}
	var text string
	if _, err := s.Document(t.Context(), Settings, "x", &text); err == nil {
		t.Error("a number was read as text")
	}
}

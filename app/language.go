package app

import (
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2/lang"

	"tradewind.app/app/text"
)

// toolkitWords are the words that Fyne 2.7.1 says itself, in its menus, dialogs
// and its file chooser, and the messages that say them.
var toolkitWords = map[string]string{
	"Advanced": "toolkit-advanced", "Cancel": "toolkit-cancel", "Confirm": "toolkit-confirm", "Copy": "toolkit-copy",
	"Create Folder": "toolkit-create-folder", "Cut": "toolkit-cut", "Enter filename": "toolkit-enter-name", "Error": "toolkit-error",
	"Favourites": "toolkit-favourites", "File": "toolkit-file", "Folder": "toolkit-folder", "New Folder": "toolkit-new-folder",
	"No": "toolkit-no", "OK": "toolkit-ok", "Open": "toolkit-open", "Paste": "toolkit-paste", "Quit": "toolkit-quit",
	"Redo": "toolkit-redo", "Save": "toolkit-save", "Select all": "toolkit-select-all",
	"Show Hidden Files": "toolkit-show-hidden", "Undo": "toolkit-undo", "Yes": "toolkit-yes",
	"file.name": "toolkit-file-name", "file.parent": "toolkit-file-parent",
}

// speak makes Fyne say its own words in the language of the interface. Fyne
// knows only the system's language and takes no other, so the words are
// handed to it as those of the system's.
func speak(say *text.Printer) error {
	words := make(map[string]any, len(toolkitWords))
	for key, code := range toolkitWords {
		words[key] = map[string]string{"other": say.Say(code)}
	}
	data, err := json.Marshal(words)
	if err != nil {
		return fmt.Errorf("the toolkit's words: %w", err)
	}
	if err := lang.AddTranslationsForLocale(data, lang.SystemLocale()); err != nil {
		return fmt.Errorf("the toolkit's words: %w", err)
	}
	return nil
}

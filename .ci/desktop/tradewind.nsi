; The Windows installer: for one user and without administrator rights. It puts the
; program below %LOCALAPPDATA%, an entry into the Start menu, opens .tradewind files
; by a double click, and takes all of that away again. Catalogues are never touched.
; `.ci/package windows` fills in the names and the version; build/package is the
; folder in which it is compiled.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh
!include FileFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\@ID@"
!define CLASSES "Software\Classes"

Name "@NAME@"
OutFile "tradewind-@VERSION@-windows-amd64-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\@NAME@"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
VIProductVersion "@VERSION_DOTS@"
VIAddVersionKey "ProductName" "@NAME@"
VIAddVersionKey "FileDescription" "@NAME@ Setup"
VIAddVersionKey "FileVersion" "@VERSION@"
VIAddVersionKey "ProductVersion" "@VERSION@"
VIAddVersionKey "CompanyName" "The Tradewind maintainers"
VIAddVersionKey "LegalCopyright" ""

!define MUI_ICON "windows\tradewind.ico"
!define MUI_UNICON "windows\tradewind.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\tradewind.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString Running ${LANG_ENGLISH} "@NAME@ is open. Close it, then try again."
LangString Running ${LANG_SIMPCHINESE} "@NAME@ 正在运行。请先关闭，然后重试。"

; NotRunning goes on only when the program's file can be written: Windows locks the
; file of a program that runs.
!macro NotRunning PREFIX
Function ${PREFIX}NotRunning
  again:
  IfFileExists "$INSTDIR\tradewind.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\tradewind.exe" a
  IfErrors 0 close
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 1
    Quit
  close:
  FileClose $0
  free:
FunctionEnd
!macroend
!insertmacro NotRunning ""
!insertmacro NotRunning "un."

Section
  Call NotRunning
  SetOutPath "$INSTDIR"
  File "/oname=tradewind.exe" "tradewind-@VERSION@-windows-amd64.exe"
  File "/oname=README.md" "../../README.md"
  File "/oname=THIRD_PARTY.md" "../../THIRD_PARTY.md"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\@NAME@.lnk" "$INSTDIR\tradewind.exe"

  WriteRegStr HKCU "${CLASSES}\.tradewind" "" "@ID@"
  WriteRegStr HKCU "${CLASSES}\@ID@" "" "@NAME@ catalogue"
  WriteRegStr HKCU "${CLASSES}\@ID@\DefaultIcon" "" "$INSTDIR\tradewind.exe,0"
  WriteRegStr HKCU "${CLASSES}\@ID@\shell\open\command" "" '"$INSTDIR\tradewind.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "@NAME@"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "@VERSION@"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\tradewind.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Tradewind maintainers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  ${RefreshShellIcons}
SectionEnd

; The folder goes only when nothing of anybody else's is in it.
Section "Uninstall"
  Call un.NotRunning
  Delete "$INSTDIR\tradewind.exe"
  Delete "$INSTDIR\README.md"
  Delete "$INSTDIR\THIRD_PARTY.md"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\@NAME@.lnk"

  ReadRegStr $0 HKCU "${CLASSES}\.tradewind" ""
  StrCmp $0 "@ID@" 0 another
    DeleteRegValue HKCU "${CLASSES}\.tradewind" ""
    DeleteRegKey /ifempty HKCU "${CLASSES}\.tradewind"
  another:
  DeleteRegKey HKCU "${CLASSES}\@ID@"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}
SectionEnd

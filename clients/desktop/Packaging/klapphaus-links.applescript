-- macOS hands a klapphaus: link to a program as an event, and not as an argument. This applet takes the event and passes the link on.
-- On a Mac:
--   osacompile -o "/Applications/Klapphaus Links.app" klapphaus-links.applescript
--   plutil -insert CFBundleURLTypes -json '[{"CFBundleURLName":"de.stadtretter.klapphaus","CFBundleURLSchemes":["klapphaus"]}]' "/Applications/Klapphaus Links.app/Contents/Info.plist"
--   open "/Applications/Klapphaus Links.app"
on open location link
  do shell script "/Applications/Klapphaus.app/Contents/MacOS/klapphaus " & quoted form of link & " >/dev/null 2>&1 &"
end open location

@echo off
rem Starts the game; what follows are its settings and commands, see --help.
if not exist "%SystemRoot%\System32\msvcp140_atomic_wait.dll" (
  echo The contestants need the Microsoft Visual C++ Redistributable, which this computer lacks:
  echo https://aka.ms/vs/17/release/vc_redist.x64.exe
)
"%~dp0app\GameNight.exe" %*
set code=%errorlevel%
rem A window that was opened by a double-click would take the reason away with it.
if not %code%==0 if "%~1"=="" pause
exit /b %code%

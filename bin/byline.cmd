@echo off
rem Byline's command line on Windows: java -jar byline.jar, with what BYLINE_JAVA_OPTS holds.
setlocal
set "jar=%~dp0byline.jar"
if not exist "%jar%" set "jar=%~dp0..\lib\byline.jar"
if not exist "%jar%" set "jar=%~dp0..\generator\target\byline.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" %BYLINE_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%

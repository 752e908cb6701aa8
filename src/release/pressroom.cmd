@echo off
rem Runs Pressroom with Java 25, as the script pressroom does on other systems. Beside this file is the jar, and in some copies a
rem Java in the folder runtime. What Java learns for quicker starts is not kept here.
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "java="
call :look "%here%runtime\bin\java.exe"
if defined JAVA_HOME call :look "%JAVA_HOME%\bin\java.exe"
for %%p in (java.exe) do call :look "%%~$PATH:p"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :look "%%~d\bin\java.exe"
if not defined java (
    echo pressroom: no JDK 25 or newer was found; install one ^(for example Eclipse Temurin 25^) or set JAVA_HOME to it. 1>&2
    exit /b 3
)

set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.console=java.base"
for %%c in (build check serve publish) do if "%~1"=="%%c" set "flags=-XX:+UseParallelGC -Xmn200m -XX:MaxInlineLevel=5 -XX:InlineSmallCode=1000 -XX:FreqInlineSize=200 -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000"

rem The sentence model is jars beside Pressroom, where somebody put them.
if exist "%here%model\made" (
    "%java%" %flags% %PRESSROOM_JAVA_OPTS% --enable-native-access=ALL-UNNAMED -cp "%here%pressroom.jar;%here%model\*" org.pressroom.cli.Main %*
) else (
    "%java%" %flags% %PRESSROOM_JAVA_OPTS% -jar "%here%pressroom.jar" %*
)
exit /b %ERRORLEVEL%

rem Takes the java that is named, when none was taken before, it is there, and its file `release` says 25 or more.
:look
if defined java exit /b 0
if not exist "%~1" exit /b 0
set "major=0"
for /f "usebackq tokens=2 delims==.-+" %%v in (`findstr /b "JAVA_VERSION=" "%~dp1..\release" 2^>nul`) do set major=%%v
set major=%major:"=%
if %major% GEQ 25 set "java=%~1"
exit /b 0

@echo off
rem Double-click to set jixiao up and open its page; drop workbooks or a folder here to check them.
setlocal EnableExtensions DisableDelayedExpansion
chcp 936 >nul 2>nul
title 绩效评分表核对
setlocal EnableDelayedExpansion
set "JIXIAO_DROPPED=!CMDCMDLINE!"
setlocal DisableDelayedExpansion
set "PATHS="
:next
if "%~1"=="" goto find
set PATHS=%PATHS% "%~1"
shift
goto next

:find
pushd "%~dp0"
if not exist run.py goto nofolder
set "PYTHON=py -3"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto start
set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto start
echo 这台电脑上没有找到 Python 3.11 或更高版本。
echo 请先安装 Python（安装时勾选 Add python.exe to PATH），再双击本文件。
echo 单位的电脑不能自己安装软件的，请联系信息中心。
goto end

:start
if defined PATHS (
  %PYTHON% run.py check %PATHS%
) else (
  %PYTHON% run.py
)
goto end

:nofolder
echo 打不开本文件所在的文件夹，请把它拷到本机硬盘上再双击。

:end
echo.
pause
exit

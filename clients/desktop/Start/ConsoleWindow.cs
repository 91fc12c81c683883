using System.Runtime.InteropServices;

namespace Klapphaus.Desktop.Start;

/// <summary>On Windows a program of the console that was not started in one gets one of its own, in front of everything. Whoever stays in the background lets it go.</summary>
static class ConsoleWindow
{
    public static void Leave()
    {
        // shared with a shell it is the shell's
        if (OperatingSystem.IsWindows() && GetConsoleProcessList(new uint[2], 2) == 1) _ = FreeConsole();
    }

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern uint GetConsoleProcessList([Out] uint[] processes, uint count);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    static extern bool FreeConsole();
}

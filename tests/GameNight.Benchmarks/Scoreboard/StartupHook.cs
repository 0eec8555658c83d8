/// <summary>
/// Runs in a measured game before its own code (DOTNET_STARTUP_HOOKS): for each line on standard input, collects garbage and writes
/// the number of bytes in use to standard output. .NET requires its name and that it is in no namespace.
/// </summary>
internal static class StartupHook
{
    public const string Answer = "heap ";

    public static void Initialize() => new Thread(() =>
    {
        while (Console.In.ReadLine() is not null)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Console.WriteLine($"{Answer}{GC.GetTotalMemory(forceFullCollection: true)}");
        }
    })
    { IsBackground = true }.Start();
}

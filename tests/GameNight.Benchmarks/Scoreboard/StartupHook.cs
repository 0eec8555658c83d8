/// <summary>
/// Runs in the game that is measured before the game does (DOTNET_STARTUP_HOOKS): whoever sends it a line is told how many bytes
/// are in use after everything that is not has been collected.
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

using Spectre.Console;

namespace GameNight.Commands;

/// <summary>Where the output goes: to a terminal, which can show bars of progress, or into a file or a pipe, which cannot.</summary>
internal static class Terminal
{
    public static bool CanShowBars => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;

    /// <summary>Shows a bar on a terminal while something is done, and nothing where the output goes into a file or a pipe.</summary>
    /// <param name="description">What the bar is called.</param>
    /// <param name="steps">The number of steps until it is full.</param>
    /// <param name="run">Does it, and reports each time how many steps are done since.</param>
    public static async Task<T> ShowBarAsync<T>(string description, int steps, Func<Action<int>, Task<T>> run)
    {
        if (!CanShowBars)
            return await run(_ => { });
        return await AnsiConsole.Progress().StartAsync(bars =>
        {
            var bar = bars.AddTask(description, maxValue: steps);
            return run(count => bar.Increment(count));
        });
    }
}

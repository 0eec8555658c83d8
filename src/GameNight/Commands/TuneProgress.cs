using GameNight.Retraining.Tuning;
using Spectre.Console;

namespace GameNight.Commands;

/// <summary>Shows how far a search for parameters is.</summary>
internal static class TuneProgress
{
    /// <summary>Shows a bar on a terminal, and a line for each training where the output goes into a file or a pipe.</summary>
    /// <param name="run">Searches, and reports.</param>
    public static async Task<TuningResult> ShowAsync(Func<Action<TuningProgress>, Task<TuningResult>> run)
    {
        if (!Terminal.CanShowBars)
            return await run(progress => Console.WriteLine($"{100 * progress.Share:0} %: {progress.Words}"));
        return await AnsiConsole.Progress().StartAsync(bars =>
        {
            var bar = bars.AddTask("begins", maxValue: 1);
            return run(progress => (bar.Value, bar.Description) = (progress.Share, Markup.Escape(progress.Words)));
        });
    }
}

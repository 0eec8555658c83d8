using System.Runtime.CompilerServices;

namespace GameNight.Tests;

/// <summary>Waits for conditions. One that never comes true fails its test by name, after longer than any busy machine needs.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        TrueAsync(() => Task.FromResult(condition()), text);

    public static async Task TrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        for (var start = TimeProvider.System.GetTimestamp(); !await condition();)
        {
            if (TimeProvider.System.GetElapsedTime(start) > Limit)
                throw new TimeoutException($"Waited {Limit.TotalMinutes} minutes in vain for this to be true: {text}");
            await Task.Delay(10);
        }
    }
}

using System.Runtime.CompilerServices;

namespace GameNight.Tests;

/// <summary>Waits for conditions. A condition that stays false fails the test with its text.</summary>
internal static class Eventually
{
    /// <summary>Far longer than a condition needs on a busy machine.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public static Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        TrueAsync(() => Task.FromResult(condition()), text);

    public static async Task TrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        for (var start = TimeProvider.System.GetTimestamp(); !await condition();)
        {
            if (TimeProvider.System.GetElapsedTime(start) > Timeout)
                throw new TimeoutException($"Waited {Timeout.TotalMinutes} minutes in vain for this to be true: {text}");
            await Task.Delay(10);
        }
    }
}

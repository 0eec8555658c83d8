using System.Runtime.CompilerServices;

namespace GameNight.Tests;

/// <summary>Waits for conditions and results. What never comes fails the test with its text.</summary>
internal static class Eventually
{
    /// <summary>Far longer than a condition needs on a busy machine.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public static Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        TrueAsync(() => Task.FromResult(condition()), text);

    public static Task TrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        FoundAsync(async () => await condition() ? text : null, text);

    /// <summary>Waits until there is a result, and returns it.</summary>
    /// <param name="read">Returns the result; null if there is none yet.</param>
    /// <param name="text">What is waited for.</param>
    /// <exception cref="TimeoutException">There was no result in time.</exception>
    public static async Task<T> FoundAsync<T>(Func<Task<T?>> read, [CallerArgumentExpression(nameof(read))] string text = "")
        where T : class
    {
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            if (await read() is { } result)
                return result;
            if (TimeProvider.System.GetElapsedTime(start) > Timeout)
                throw new TimeoutException($"Waited {Timeout.TotalMinutes} minutes in vain for this: {text}");
            await Task.Delay(10);
        }
    }
}

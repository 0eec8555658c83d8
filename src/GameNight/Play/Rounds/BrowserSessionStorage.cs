using System.Text.Json;
using Microsoft.JSInterop;

namespace GameNight.Play.Rounds;

/// <summary>Keeps the session in the browser: in the tab, and the best streak for good.</summary>
public sealed partial class BrowserSessionStorage(IJSRuntime js, ILogger<BrowserSessionStorage> log)
{
    private const string SessionKey = "game-night.session";
    private const string BestKey = "game-night.best-streak";

    public async Task<PlaySession> LoadAsync()
    {
        try
        {
            var saved = await js.InvokeAsync<string?>("sessionStorage.getItem", SessionKey);
            var best = await js.InvokeAsync<string?>("localStorage.getItem", BestKey);
            var session = saved is null ? new PlaySession() : JsonSerializer.Deserialize<PlaySession>(saved) ?? new PlaySession();
            return session with
            {
                Asked = Math.Clamp(session.Asked, 0, 9),
                BestStreak = int.TryParse(best, out var streak) ? Math.Max(streak, session.BestStreak) : session.BestStreak,
            };
        }
        catch (Exception e) when (e is JsonException || IsOutOfReach(e))
        {
            LogForgotten(e);
            return new PlaySession();
        }
    }

    public async Task SaveAsync(PlaySession session)
    {
        try
        {
            await js.InvokeVoidAsync("sessionStorage.setItem", SessionKey, JsonSerializer.Serialize(session));
            await js.InvokeVoidAsync("localStorage.setItem", BestKey, session.BestStreak.ToString());
        }
        catch (Exception e) when (IsOutOfReach(e))
        {
            LogForgotten(e);
        }
    }

    /// <summary>A browser that forbids storage still plays, only its score does not survive a reload. One that left, or does not answer, needs none.</summary>
    private static bool IsOutOfReach(Exception e) => e is JSException or JSDisconnectedException or OperationCanceledException;

    [LoggerMessage(LogLevel.Debug, "The browser keeps no session")]
    private partial void LogForgotten(Exception exception);
}

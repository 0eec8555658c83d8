using System.Text.Json;
using GameNight.Observations.Store;
using Microsoft.JSInterop;

namespace GameNight.Play.Rounds;

/// <summary>
/// Keeps the session in the browser: all of it until the tab is closed; the best streak, and whether the player was invited, for good. A
/// browser that forbids storage, or that has left, gets a new session and no error.
/// </summary>
public sealed partial class BrowserSessionStorage(IJSRuntime js, ILogger<BrowserSessionStorage> log)
{
    private const string SessionKey = "game-night.session";
    private const string InvitedKey = "game-night.invited";
    private const string BestKey = "game-night.best-streak";

    /// <summary>Under this, and the path of a page, its pad keeps its drawing: see drawing-pad.ts.</summary>
    private const string InkKey = "game-night.ink";

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
                AtTheJury = session.AtTheJury ?? [],
                Fooling = session.Fooling is { Mode: PlayMode.Fool, Asked: >= 0 and <= 9 } task && Enum.IsDefined(task.Twist) ? task : null,
                BestStreak = int.TryParse(best, out var streak) ? Math.Max(streak, session.BestStreak) : session.BestStreak,
            };
        }
        catch (Exception e) when (e is JsonException || IsUnreachable(e))
        {
            LogUnreadable(e);
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
        catch (Exception e) when (IsUnreachable(e))
        {
            LogUnwritable(e);
        }
    }

    /// <summary>
    /// Switches the challenge of the play page while another page is open. The drawing that the play page's pad has kept goes: it is not
    /// of the digit that is asked for then.
    /// </summary>
    /// <param name="on">Whether the play page is to ask for digits.</param>
    /// <param name="path">The path of the play page.</param>
    /// <param name="random">Chooses the digit.</param>
    public async Task SwitchChallengeAsync(bool on, string path, Random random)
    {
        var session = await LoadAsync();
        if (session.Challenge == on)
            return;
        await SaveAsync(session.Switched(on, random) with { Unanswered = null });
        try
        {
            await js.InvokeVoidAsync("sessionStorage.removeItem", InkKey + path);
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            LogUnwritable(e);
        }
    }

    /// <summary>Notes that the player is invited to the other games.</summary>
    /// <returns>Whether this is the first time in this browser; false where the browser does not say.</returns>
    public async Task<bool> TryInviteAsync()
    {
        try
        {
            if (await js.InvokeAsync<string?>("localStorage.getItem", InvitedKey) is not null)
                return false;
            await js.InvokeVoidAsync("localStorage.setItem", InvitedKey, "yes");
            return true;
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            LogUnwritable(e);
            return false;
        }
    }

    private static bool IsUnreachable(Exception e) => e is JSException or JSDisconnectedException or OperationCanceledException;

    [LoggerMessage(LogLevel.Debug, "The session cannot be read from the browser; a new one begins")]
    private partial void LogUnreadable(Exception exception);

    [LoggerMessage(LogLevel.Debug, "The session cannot be saved in the browser; a reload loses it")]
    private partial void LogUnwritable(Exception exception);
}

using Microsoft.JSInterop;

namespace GameNight.Play.Rounds;

/// <summary>
/// Whether the player of one page wants to play without being recorded. The browser keeps it for all its tabs, for good, and is asked
/// before every guess: it may have been switched in another tab.
/// </summary>
public sealed partial class RecordingChoice(IJSRuntime js, ILogger<RecordingChoice> log)
{
    /// <summary>What a player is told before the first drawing.</summary>
    public const string Notice = "We keep your drawings, so the contestants can learn.";

    private const string Key = "game-night.recording";
    private const string Off = "off";
    private const string Told = "told";

    // Whether the browser has ever answered, or the player has chosen or been told on this page.
    private bool _isKnown;

    /// <summary>Whether nothing is to be recorded, as it was last known.</summary>
    public bool IsOff { get; private set; }

    /// <summary>Whether the player has been told what is kept and why: one who has drawn before was.</summary>
    public bool IsTold { get; private set; } = true;

    /// <summary>Whether the browser keeps the choice; otherwise it ends with the page.</summary>
    public bool IsKept { get; private set; } = true;

    /// <summary>Asks the browser. Where it does not answer, the choice stays as it was last known.</summary>
    public async Task RefreshAsync()
    {
        try
        {
            var kept = await js.InvokeAsync<string?>("localStorage.getItem", Key);
            // What is off in another tab is off here, even where this page could not keep its own choice.
            if (IsKept || kept == Off)
                (IsOff, IsTold, _isKnown) = (kept == Off, kept is not null, true);
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            IsTold &= _isKnown;
            LogUnreachable(e);
        }
    }

    /// <summary>Switches recording off or on.</summary>
    public Task SwitchAsync(bool off)
    {
        (IsOff, IsTold, _isKnown) = (off, true, true);
        return KeepAsync();
    }

    /// <summary>Notes that the player has been told.</summary>
    public async Task TellAsync()
    {
        if (IsTold)
            return;
        (IsTold, _isKnown) = (true, true);
        await KeepAsync();
    }

    private async Task KeepAsync()
    {
        try
        {
            await js.InvokeVoidAsync("localStorage.setItem", Key, IsOff ? Off : Told);
            IsKept = true;
        }
        catch (Exception e) when (IsUnreachable(e))
        {
            IsKept = false;
            LogUnreachable(e);
        }
    }

    private static bool IsUnreachable(Exception e) => e is JSException or JSDisconnectedException or OperationCanceledException;

    [LoggerMessage(LogLevel.Debug, "The browser does not say or keep whether its player is recorded; the choice ends with the page")]
    private partial void LogUnreachable(Exception exception);
}

using Microsoft.AspNetCore.Components;

namespace GameNight.Play;

/// <summary>Live guesses that the browser makes, without asking (live-guess.ts). What is recorded is the server's.</summary>
public sealed partial class PlayPage
{
    /// <summary>Whether it is known which contestant the player chose the last time: nothing is loaded for another.</summary>
    private bool _isChosen;

    /// <summary>Who guesses in the browser, as <see cref="LiveContestant"/>; null for nobody.</summary>
    private string? _inBrowser;

    /// <summary>The contestant, with its version, whose live guesses the browser may make; null for one with a mask.</summary>
    private string? LiveContestant =>
        _isChosen && Selection.Chosen is { ActiveVersion: { } version } chosen ? $"{chosen.Id}/{version}" : null;

    private bool IsGuessedInBrowser => _inBrowser is not null && _inBrowser == LiveContestant;

    /// <summary>Takes note of who guesses in the browser from now on. Where it cannot go on, the server does.</summary>
    private Task OnBrowserGuessesAsync(ChangeEventArgs told)
    {
        var before = _inBrowser;
        _inBrowser = told.Value is string { Length: > 0 } contestant ? contestant : null;
        return before is not null && _inBrowser is null ? UpdateLiveGuessAsync() : Task.CompletedTask;
    }

    /// <summary>Asks for another live guess, unless the one that is shown is still by the chosen contestant's version in service.</summary>
    private Task OnContestantsChangedAsync()
    {
        if (IsGuessedInBrowser)
            return Task.CompletedTask;
        // The browser has given up this version, too.
        _inBrowser = null;
        return _live.Guess is { } guess
            && (Selection.IsSurprise || guess.Algorithm == Selection.Chosen?.Id)
            && contestants.Find(guess.Algorithm)?.ActiveVersion == guess.Version
                ? Task.CompletedTask
                : UpdateLiveGuessAsync();
    }
}

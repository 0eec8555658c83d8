using GameNight.Components;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using GameNight.Retraining.Review;
using GameNight.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;

namespace GameNight.ModelAdmin.Review;

/// <summary>The host looks at answers that contradict their drawings, and decides on each with one key.</summary>
public sealed partial class ReviewPanel(
    ReviewDecisions decisions,
    PersonalizationService personal,
    Nicknames names,
    IAuthorizationService authorization,
    ILogger<ReviewPanel> logger)
{
    /// <summary>So many are fetched at a time.</summary>
    private const int Batch = 50;

    private List<(DoubtedLabel Suspect, Observation Observation)>? _waiting;
    private readonly Stack<(DoubtedLabel Suspect, Observation Observation)> _decided = [];
    private Doubts _doubts = Doubts.None;
    private int _left;
    private ElementReference _doubt;
    private Guid _focused;
    private string? _trouble;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private (DoubtedLabel Suspect, Observation Observation)? Current => _waiting is [{ } first, ..] ? first : null;

    private string Ending => _decided.Count == 0
        ? "Nothing is in doubt. Doubts come up when the machines learn."
        : $"That was all: {_decided.Count} decided. Thank you!";

    /// <summary>How many are left, and why that is not the number on the last receipt.</summary>
    private string Count =>
        $"{_left} left{(_decided.Count > 0 ? $", {_decided.Count} decided" : "")}. {ReviewText.Difference(_doubts)}";

    internal Task KeyAsync(KeyboardEventArgs key) => key switch
    {
        { CtrlKey: true } or { AltKey: true } or { MetaKey: true } or { Repeat: true } => Task.CompletedTask,
        { Key: [>= '0' and <= '9' and var digit] } => KeepAsync(digit - '0'),
        { Key: "Enter" } when Current is { } current => KeepAsync(current.Suspect.Digit),
        { Key: "Delete" } => DropAsync(),
        { Key: "ArrowRight" } => LaterAsync(),
        { Key: "ArrowLeft" } => UndoAsync(),
        _ => Task.CompletedTask,
    };

    protected override Task OnInitializedAsync() => TryAsync(() => Task.CompletedTask);

    /// <summary>The keys work from wherever the page is entered.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Current is not { } current || current.Suspect.Id == _focused)
            return;
        _focused = current.Suspect.Id;
        await _doubt.TryFocusAsync();
    }

    private static string Doubt(DoubtedLabel label) =>
        label.Suggested is { } other && other != label.Digit ? $"it looks like {DigitFormatter.WithArticle(other)}" : label.Reason;

    private Task LaterAsync()
    {
        Later();
        return Task.CompletedTask;
    }

    private void Later()
    {
        if (Current is not { } current)
            return;
        _waiting!.RemoveAt(0);
        _waiting.Add(current);
    }

    private Task KeepAsync(int digit) => DecideAsync(suspect => decisions.KeepAsync(suspect.Id, digit, CancellationToken.None));

    private Task DropAsync() => DecideAsync(suspect => decisions.DropAsync(suspect.Id, CancellationToken.None));

    private async Task DecideAsync(Func<DoubtedLabel, Task> decide)
    {
        if (Current is not { } current)
            return;
        // Gone from the page at once: a second press is meant for the next one.
        _waiting!.RemoveAt(0);
        _left--;
        _decided.Push(current);
        await TryAsync(() => TeachAsync(current.Suspect.Id, decide(current.Suspect)));
    }

    private async Task UndoAsync()
    {
        if (!_decided.TryPop(out var last))
            return;
        _waiting!.Insert(0, last);
        _left++;
        await TryAsync(() => TeachAsync(last.Suspect.Id, decisions.TakeBackAsync(last.Observation, CancellationToken.None)));
    }

    /// <summary>The player's own contestant hears of the host's word as of the player's.</summary>
    private async Task TeachAsync(Guid id, Task decision)
    {
        await decision;
        personal.Learn(id);
    }

    /// <summary>Does what the host decided, and reads the next doubts where none are left.</summary>
    private async Task TryAsync(Func<Task> action)
    {
        if (!await authorization.IsHostAsync(Authentication))
        {
            _trouble = "Only the host reviews answers.";
            return;
        }

        try
        {
            await action();
            if (_waiting is not { Count: > 0 })
            {
                _doubts = await decisions.ReadDoubtsAsync(Batch, CancellationToken.None);
                (_waiting, _left) = ([.. _doubts.Waiting], _doubts.Left);
            }
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _trouble = $"The database doesn’t answer: {e.Message} Your last decision may be lost; the ones before are safe. "
                + "Load the page again in a moment.";
        }
    }

    [LoggerMessage(LogLevel.Error, "The doubtful marks could not be read or decided")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}

using GameNight.Identity.Access;
using GameNight.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Experiments;

/// <summary>How the game draws a contestant for "Surprise me". Everyone reads it, the host sets it.</summary>
public sealed partial class ExperimentPanel(
    Experiment experiment, IAuthorizationService authorization, ILogger<ExperimentPanel> logger) : IDisposable
{
    private static readonly (ExperimentMode, string)[] Modes =
    [
        (ExperimentMode.Lot, "A new guest for each drawing"),
        (ExperimentMode.Arms, "Everybody keeps one"),
        (ExperimentMode.Sampling, "The better ones more often"),
    ];

    private ExperimentMode? _mode;
    private string? _trouble;
    private int _failures;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    public void Dispose() => experiment.Changed -= Hear;

    /// <summary>Sets the mode for everybody. Only for the host.</summary>
    internal async Task SetAsync(ExperimentMode mode)
    {
        if (!await authorization.IsHostAsync(Authentication))
            return;
        try
        {
            await experiment.SetAsync(mode, CancellationToken.None);
            (_mode, _trouble) = (mode, null);
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            // Made anew, or the browser would show the choice that was not kept.
            _failures++;
            _trouble = "That couldn’t be saved, and nothing has changed. Try again in a moment.";
        }
    }

    protected override async Task OnInitializedAsync()
    {
        experiment.Changed += Hear;
        await ReadAsync();
    }

    private static string Words(ExperimentMode mode) => mode switch
    {
        ExperimentMode.Lot =>
            "Ask for a surprise, and you get a new guest for each drawing. All have the same chance, and you can bet on who it is. "
            + "That way, every player meets all contestants.",
        ExperimentMode.Arms =>
            "Ask for a surprise, and you get one contestant for the whole night, drawn by lot. "
            + "That way, all contestants get a fair share of the players.",
        _ => "Ask for a surprise, and you get a contestant for each drawing, drawn by lot. "
            + "The ones that did better tonight come more often.",
    };

    private void Hear() => _ = InvokeAsync(UpdateAsync);

    private async Task UpdateAsync()
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (Exception e)
        {
            // This task is not awaited: the page must learn of the failure in another way, as for any other event.
            await DispatchExceptionAsync(e);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            (_mode, _trouble) = (await experiment.ReadAsync(CancellationToken.None), null);
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _trouble = "The game can’t read right now how surprises are chosen. Until it can, everybody keeps one contestant.";
        }
    }

    [LoggerMessage(LogLevel.Error, "The mode of the experiment could not be read or changed")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}

using GameNight.Storage;

namespace GameNight.Experiments;

/// <summary>How the game draws a contestant for "Surprise me". Everyone reads it, the host sets it.</summary>
public sealed partial class ExperimentPanel(Experiment experiment) : IDisposable
{
    private static readonly (ExperimentMode, string)[] Modes =
        [(ExperimentMode.Arms, "Everybody keeps one"), (ExperimentMode.Sampling, "The better ones more often")];

    private ExperimentMode? _mode;
    private string? _trouble;
    private int _failures;

    public void Dispose() => experiment.Changed -= Hear;

    protected override async Task OnInitializedAsync()
    {
        experiment.Changed += Hear;
        await ReadAsync();
    }

    private static string Words(ExperimentMode mode) => mode == ExperimentMode.Arms
        ? "Whoever wants a surprise gets one contestant for the whole night, drawn by lot. "
            + "So all contestants get a fair share of the players."
        : "Whoever wants a surprise gets a contestant by lot for each drawing, and those who did better tonight come more often.";

    private void Hear() => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    });

    private async Task ReadAsync()
    {
        try
        {
            (_mode, _trouble) = (await experiment.ReadAsync(CancellationToken.None), null);
        }
        catch (StoreException)
        {
            _trouble = "How the surprise is chosen cannot be read right now. Until it can, everybody keeps one contestant.";
        }
    }

    /// <summary>Only the host gets here: a browser can call nothing but the handlers that were rendered for it.</summary>
    private async Task SetAsync(ExperimentMode mode)
    {
        try
        {
            await experiment.SetAsync(mode, CancellationToken.None);
            (_mode, _trouble) = (mode, null);
        }
        catch (StoreException)
        {
            // Made anew, or the browser would show the choice that was not kept.
            _failures++;
            _trouble = "This could not be saved, and nothing has changed. Try again in a moment.";
        }
    }
}

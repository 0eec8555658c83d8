using GameNight.Components;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Storage;

namespace GameNight.Scoreboard.Advice;

/// <summary>Whether it is time to retrain, with the facts behind the answer, read every three seconds.</summary>
public sealed partial class ShouldWeRetrain(RetrainAdvisor advisor, Contestants contestants) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly PageLifetime _lifetime = new();
    private RetrainFacts? _facts;
    private string? _trouble;

    public void Dispose() => _lifetime.Dispose();

    protected override Task OnInitializedAsync() => ReadAsync(_lifetime.Token);

    private async Task UpdateAsync(CancellationToken whileHere)
    {
        await ReadAsync(whileHere);
        StateHasChanged();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            (_facts, _trouble) = (await advisor.ReadAsync(cancellation), null);
        }
        catch (StoreException)
        {
            _trouble = "The game can’t tell right now whether there’s something to learn. Playing goes on.";
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The page was closed.
        }
    }

    private static string Verdict(Certainty certainty, double difference) => certainty switch
    {
        Certainty.Clearly => $"clearly {(difference > 0 ? "better" : "worse")}",
        Certainty.Probably => $"probably {(difference > 0 ? "better" : "worse")}",
        _ => "too early to say whether it changed",
    };

    private static string Points(double share) =>
        (100 * share).ToString("+0.0;−0.0;0.0", System.Globalization.CultureInfo.InvariantCulture);
}

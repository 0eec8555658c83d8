using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Retraining.Review;

/// <summary>
/// What the host decided about marks that were doubted, and which are doubted now. While a decision is half written, by a
/// crash for example, the mark counts as not decided on: the host is asked about it once more, and nothing is hidden from
/// the host that is set aside, or counts, against the host's word.
/// </summary>
public sealed class ReviewDecisions(IDocumentStore documents, IObservationStore observations, TimeProvider clock)
{
    private const string Decisions = "review-decisions";
    private const string Suspects = "review-suspects";

    /// <summary>So many are shown at most: the most doubtful.</summary>
    private const int MostSuspects = 1000;

    /// <summary>Every decision by its observation.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyDictionary<Guid, ReviewDecision>> ReadAsync(CancellationToken cancellation) =>
        (await documents.ListAsync(Decisions, cancellation)).ToDictionary(Id, JsonDocuments.Read<ReviewDecision>);

    /// <summary>The marks that the latest run doubted and nobody has decided on or corrected since, the most doubtful first.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async Task<IReadOnlyList<(DoubtedLabel Suspect, Observation Observation)>> ReadSuspectsAsync(int limit, CancellationToken cancellation)
    {
        var decided = await ReadAsync(cancellation);
        var waiting = new List<(DoubtedLabel, Observation)>();
        foreach (var suspect in await ReadSuspectsAsync(cancellation))
        {
            if (waiting.Count == limit)
                break;
            // A drop is for good; a digit that was decided on says nothing of another one that was marked since.
            if (decided.GetValueOrDefault(suspect.Id) is { } decision && (!decision.Keeps || decision.Digit == suspect.Digit))
                continue;
            if (await observations.FindAsync(suspect.Id, cancellation) is { Label: { } label } observation && label.Digit == suspect.Digit)
                waiting.Add((suspect, observation));
        }

        return waiting;
    }

    /// <summary>What a run doubted takes the place of what the one before did.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public Task WriteSuspectsAsync(IReadOnlyList<DoubtedLabel> suspects, CancellationToken cancellation) => documents.ChangeAsync<DoubtedLabel[]>(
        Suspects, Suspects, _ => [.. suspects.OrderBy(suspect => suspect.Probability).Take(MostSuspects)], cancellation);

    /// <summary>The label is right as it is, or <paramref name="digit"/> instead: it is learned from, and counts.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async Task KeepAsync(Guid id, int digit, CancellationToken cancellation)
    {
        await observations.ExcludeAsync(id, false, cancellation);
        // The same digit is left as its player said it; another is the host's word.
        await observations.LabelAsync(id, new Label(digit, Players.Host, clock.GetUtcNow()), cancellation);
        await DecideAsync(id, new ReviewDecision(true, digit, clock.GetUtcNow()), cancellation);
    }

    /// <summary>The drawing teaches nothing: it is set aside, and never learned from.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async Task DropAsync(Guid id, CancellationToken cancellation)
    {
        await observations.ExcludeAsync(id, true, cancellation);
        await DecideAsync(id, new ReviewDecision(false, null, clock.GetUtcNow()), cancellation);
    }

    /// <summary>The decision is as if it had never been: the mark is in doubt again, as its player set it.</summary>
    /// <param name="observation">As it was before the decision.</param>
    /// <param name="cancellation">Leaves it as it is.</param>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async Task TakeBackAsync(Observation observation, CancellationToken cancellation)
    {
        await documents.DeleteAsync(Decisions, observation.Id.ToString("N"), cancellation);
        await observations.ExcludeAsync(observation.Id, false, cancellation);
        if (observation.Label is { } label)
            await observations.LabelAsync(observation.Id, label, cancellation);
    }

    private async Task<IReadOnlyList<DoubtedLabel>> ReadSuspectsAsync(CancellationToken cancellation) =>
        (await documents.FindAsync(Suspects, Suspects, cancellation))?.Read<DoubtedLabel[]>() ?? [];

    private Task<ReviewDecision?> DecideAsync(Guid id, ReviewDecision decision, CancellationToken cancellation) =>
        documents.ChangeAsync<ReviewDecision>(Decisions, id.ToString("N"), _ => decision, cancellation);

    private static Guid Id(Document document) =>
        Guid.TryParseExact(document.Name, "N", out var id) ? id : throw new StoreException($"The document {document.Name} of the label review belongs to no observation.");
}

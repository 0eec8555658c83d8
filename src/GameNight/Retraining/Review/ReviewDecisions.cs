using GameNight.Identity.Access;
using GameNight.Identity.Erasure;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Retraining.Review;

/// <summary>
/// The labels that are doubted now, and what the host decided about them. A decision is written in several steps. Where they were not
/// completed, because of a crash for example, the label counts as undecided, and the host is asked about it once more.
/// </summary>
public sealed class ReviewDecisions(IDocumentStore documents, IObservationStore observations, TimeProvider clock)
    : IErasable
{
    private const string Decisions = "review-decisions";
    private const string Suspects = "review-suspects";

    /// <summary>How many doubted labels are kept: the most doubtful ones.</summary>
    private const int MaxSuspects = 1000;

    private readonly DocumentWatch<ReviewVerdicts> _verdicts =
        new(documents, Suspects, cancellation => ReadVerdictsAsync(documents, cancellation), clock);

    /// <summary>Every decision, by the id of its observation.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Task<IReadOnlyDictionary<Guid, ReviewDecision>> ReadAsync(CancellationToken cancellation) =>
        ReadAsync(documents, cancellation);

    /// <summary>
    /// The labels that the latest run doubted and that have been neither decided on nor changed since, the most doubtful first.
    /// </summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task<IReadOnlyList<(DoubtedLabel Suspect, Observation Observation)>> ReadSuspectsAsync(
        int limit, CancellationToken cancellation) => (await ReadDoubtsAsync(limit, cancellation)).Waiting;

    /// <summary>The same, and what became of the others.</summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task<Doubts> ReadDoubtsAsync(int limit, CancellationToken cancellation)
    {
        var decided = await ReadAsync(cancellation);
        var suspects = await ReadSuspectsAsync(documents, cancellation);
        var open = suspects.Where(suspect => !IsDecided(suspect)).ToList();
        var (waiting, changed) = (new List<(DoubtedLabel, Observation)>(), 0);
        foreach (var suspect in open)
        {
            if (waiting.Count == limit)
                break;
            var observation = await observations.FindAsync(suspect.Id, cancellation);
            if (observation?.Label?.Digit == suspect.Digit)
                waiting.Add((suspect, observation));
            else
                changed++;
        }

        return new Doubts(waiting, suspects.Count, suspects.Count - open.Count, changed);

        // A drop is final. A digit that was confirmed decides nothing about another label that was set since.
        bool IsDecided(DoubtedLabel suspect) =>
            decided.GetValueOrDefault(suspect.Id) is { } decision && (!decision.Keeps || decision.Digit == suspect.Digit);
    }

    /// <summary>What the latest run and the host say of single labels.</summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public Task<ReviewVerdicts> ReadVerdictsAsync(CancellationToken cancellation) => _verdicts.ReadAsync(cancellation);

    /// <summary>Stores the labels that a run doubted, in the place of those of the run before.</summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task WriteSuspectsAsync(IReadOnlyList<DoubtedLabel> suspects, CancellationToken cancellation)
    {
        await documents.ChangeAsync<DoubtedLabel[]>(
            Suspects, Suspects, _ => [.. suspects.OrderBy(suspect => suspect.Probability).Take(MaxSuspects)], cancellation);
        await _verdicts.NoteChangeAsync();
    }

    /// <summary>Confirms the label, or sets it to <paramref name="digit"/>: the drawing is learned from, and counts.</summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task KeepAsync(Guid id, int digit, CancellationToken cancellation)
    {
        await observations.ExcludeAsync(id, false, cancellation);
        // The store leaves a label with the same digit as its player set it; another digit becomes the host's label.
        await observations.LabelAsync(id, new Label(digit, Players.Host, clock.GetUtcNow()), cancellation);
        await DecideAsync(id, new ReviewDecision(true, digit, clock.GetUtcNow()), cancellation);
    }

    /// <summary>Sets the drawing aside: it does not count, and is never learned from.</summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task DropAsync(Guid id, CancellationToken cancellation)
    {
        await observations.ExcludeAsync(id, true, cancellation);
        await DecideAsync(id, new ReviewDecision(false, null, clock.GetUtcNow()), cancellation);
    }

    /// <summary>Undoes a decision: the label is in doubt again, as its player set it.</summary>
    /// <param name="observation">The observation as it was before the decision.</param>
    /// <param name="cancellation">Ends it between its steps.</param>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task TakeBackAsync(Observation observation, CancellationToken cancellation)
    {
        await documents.DeleteAsync(Decisions, observation.Id.ToString("N"), cancellation);
        await _verdicts.NoteChangeAsync();
        await observations.ExcludeAsync(observation.Id, false, cancellation);
        if (observation.Label is { } label)
            await observations.LabelAsync(observation.Id, label, cancellation);
    }

    /// <summary>How many drawings their players have had deleted so far, whatever was decided about them.</summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task<long> CountErasedAsync(CancellationToken cancellation) =>
        (await ErasureTotals.ReadAsync(documents, cancellation)).Drawings;

    /// <summary>The <see cref="ErasureTotals.Revision"/>, by which a run notices that something was deleted since it read.</summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task<long> ReadErasureRevisionAsync(CancellationToken cancellation) =>
        (await ErasureTotals.ReadAsync(documents, cancellation)).Revision;

    /// <summary>Ends a run that knows what a player has had deleted since, or wants deleted.</summary>
    /// <param name="revision">What <see cref="ReadErasureRevisionAsync"/> gave before the run read anything.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="DeletedMeanwhileException">It does.</exception>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task RequireUnerasedAsync(long revision, CancellationToken cancellation)
    {
        if (await ReadErasureRevisionAsync(cancellation) != revision)
            throw new DeletedMeanwhileException();
    }

    /// <inheritdoc/>
    public async Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        if (scope.Drawings.Count == 0)
            return;
        var erased = (await ReadAsync(cancellation)).Keys.Where(scope.Drawings.Contains).ToList();
        foreach (var decided in erased)
            await documents.DeleteAsync(Decisions, decided.ToString("N"), cancellation);
        if (erased.Count > 0)
            await _verdicts.NoteChangeAsync();
        var suspects = await ReadSuspectsAsync(documents, cancellation);
        if (suspects.Any(suspect => scope.Drawings.Contains(suspect.Id)))
            await WriteSuspectsAsync([.. suspects.Where(suspect => !scope.Drawings.Contains(suspect.Id))], cancellation);
    }

    private static async Task<ReviewVerdicts> ReadVerdictsAsync(IDocumentStore documents, CancellationToken cancellation)
    {
        var confirmed = (await ReadAsync(documents, cancellation)).Where(decided => decided.Value is { Keeps: true, Digit: not null })
            .ToDictionary(decided => decided.Key, decided => decided.Value.Digit!.Value);
        var doubted = (await ReadSuspectsAsync(documents, cancellation))
            .Where(suspect => confirmed.GetValueOrDefault(suspect.Id, -1) != suspect.Digit)
            .ToDictionary(suspect => suspect.Id, suspect => suspect.Digit);
        return new ReviewVerdicts(doubted, confirmed);
    }

    private static async Task<IReadOnlyDictionary<Guid, ReviewDecision>> ReadAsync(
        IDocumentStore documents, CancellationToken cancellation) =>
        (await documents.ListAsync(Decisions, cancellation)).ToDictionary(ParseId, JsonDocuments.Read<ReviewDecision>);

    private static async Task<IReadOnlyList<DoubtedLabel>> ReadSuspectsAsync(
        IDocumentStore documents, CancellationToken cancellation) =>
        (await documents.FindAsync(Suspects, Suspects, cancellation))?.Read<DoubtedLabel[]>() ?? [];

    private async Task DecideAsync(Guid id, ReviewDecision decision, CancellationToken cancellation)
    {
        await documents.ChangeAsync<ReviewDecision>(Decisions, id.ToString("N"), _ => decision, cancellation);
        await _verdicts.NoteChangeAsync();
    }

    private static Guid ParseId(Document document) => Guid.TryParseExact(document.Name, "N", out var id)
        ? id
        : throw new StoreException($"The document {document.Name} in {Decisions} has no observation's id as its name.");
}

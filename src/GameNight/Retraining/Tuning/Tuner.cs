using System.Globalization;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Evaluation;
using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Tuning;

/// <summary>Searches for better parameters of a learner; see <see cref="TuningPlan"/>. What it has found out is kept in a file.</summary>
/// <param name="learner">The learner.</param>
/// <param name="players">The drawings.</param>
/// <param name="key">Decides on the folds of each training, by which its temperature is fitted.</param>
/// <param name="marks">How many drawings each training learns from.</param>
/// <param name="path">The file.</param>
/// <param name="clock">Times the trainings.</param>
internal sealed class Tuner(
    TunableLearner learner, TuningPlayers players, SplitKey key, int marks, string path, TimeProvider clock)
{
    /// <summary>Less likely than this, a true digit counts as this likely.</summary>
    private const double Unlikely = 1e-7;

    private TuningState _state = null!;

    /// <summary>Searches, or goes on where the file says that a search ended.</summary>
    /// <param name="budget">The time of all trainings together.</param>
    /// <param name="progress">Called before each training.</param>
    /// <param name="cancellation">Ends the search; what was found out is kept.</param>
    /// <exception cref="InvalidDataException">
    /// The budget is too small, which the message says the need of; or the file is of another search.
    /// </exception>
    public async Task<TuningResult> RunAsync(TimeSpan budget, Action<TuningProgress> progress, CancellationToken cancellation)
    {
        _state = await BeginAsync(cancellation);
        if (_state.Planned == 0)
            await PlanAsync(budget, progress, cancellation);
        var plan = new TuningPlan(_state.Planned);
        var best = await SearchAsync(plan, budget, Report, cancellation);
        for (var number = 0; best != 0 && number < TuningPlan.Confirmations; number++)
        {
            foreach (var settings in new[] { 0, best }.Where(settings => !IsTried(settings, number, confirms: true)))
            {
                Report($"asks players who took no part, {number + 1} of {TuningPlan.Confirmations}");
                await TrainAsync(settings, number, confirms: true, cancellation);
            }
        }

        return Conclude(best);

        void Report(string words) => progress(new TuningProgress((double)_state.Trials.Count / plan.Trainings, words));
    }

    /// <summary>Tries the settings rung by rung, as far as the time goes that the comparison in the end does not need.</summary>
    /// <returns>The index of the best settings.</returns>
    private async Task<int> SearchAsync(TuningPlan plan, TimeSpan budget, Action<string> report, CancellationToken cancellation)
    {
        IReadOnlyList<int> left = [.. Enumerable.Range(0, plan.Settings)];
        foreach (var (_, trials) in plan.Rungs)
        {
            for (var number = 0; number < trials; number++)
            {
                foreach (var (place, settings) in left.Index())
                {
                    if (IsTried(settings, number, confirms: false))
                        continue;
                    if (IsUsedUp(budget))
                        return Best([.. number == 0 ? left.Take(Math.Max(1, place)) : left], Math.Max(1, number))[0];
                    report($"tries settings {settings + 1} of {plan.Settings}, training {number + 1}");
                    await TrainAsync(settings, number, confirms: false, cancellation);
                }
            }

            left = [.. Best(left, trials).Take(TuningPlan.Survivors(left.Count))];
        }

        return left[0];
    }

    private List<int> Best(IReadOnlyList<int> settings, int first) => [.. settings.OrderBy(one => Score(one, first).Loss)];

    /// <summary>Whether another training and the comparison in the end would take more time than there is.</summary>
    private bool IsUsedUp(TimeSpan budget) =>
        _state.Seconds / _state.Trials.Count * (_state.Trials.Count + 1 + 2 * TuningPlan.Confirmations) > budget.TotalSeconds;

    private bool IsTried(int settings, int number, bool confirms) =>
        _state.Trials.Any(trial => (trial.Settings, trial.Number, trial.Confirms) == (settings, number, confirms));

    private async Task<TuningState> BeginAsync(CancellationToken cancellation)
    {
        var drawings = TrainingReport.Digest(players.All, [], "");
        var kept = await TuningState.ReadAsync(path, cancellation);
        if (kept is null)
            return new TuningState { Algorithm = learner.Algorithm, Drawings = drawings, Marks = marks, Settings = [learner.Current] };
        return (kept.Algorithm, kept.Drawings, kept.Marks) == (learner.Algorithm, drawings, marks)
            && kept.Settings[0].SequenceEqual(learner.Current)
            ? kept
            : throw new InvalidDataException(
                $"{path} is a search for {kept.Algorithm} with other drawings or settings: delete it, or name another file by --state.");
    }

    /// <summary>Times the first training, and plans as many as fit the budget.</summary>
    private async Task PlanAsync(TimeSpan budget, Action<TuningProgress> progress, CancellationToken cancellation)
    {
        if (_state.Trials.Count == 0)
        {
            progress(new TuningProgress(0, "times the first training"));
            await TrainAsync(0, 0, confirms: false, cancellation);
        }

        var each = _state.Seconds / _state.Trials.Count;
        if (TuningPlan.Within(budget.TotalSeconds / each) is not { } plan)
        {
            var least = new TuningPlan(TuningPlan.MinSettings).Trainings;
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{budget.TotalSeconds:0} s are too little. A training takes {each:0.0} s with {marks:N0} drawings, and the smallest "
                + $"search has {least}: it needs {Math.Ceiling(least * each):0} s, or fewer drawings by --marks."));
        }

        var random = new Random(1);
        _state = _state with
        {
            Planned = plan.Settings,
            Settings = [learner.Current, .. Enumerable.Range(1, plan.Settings - 1).Select(_ => learner.Draw(random))],
        };
        await _state.WriteAsync(path);
    }

    private async Task TrainAsync(int settings, int number, bool confirms, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var started = clock.GetTimestamp();
        var (learned, judged) = players.Of(number, confirms, marks);
        var folds = ExampleFolds.ByPlayer(learned, 2, key);
        var version = await learner.Create(_state.Settings[settings]).LearnAsync(learned, folds, _ => { }, cancellation);
        using var classifier = OnnxClassifier.Load(version.Package.Manifest, version.Package.Model);
        var answers = new List<TuningAnswers>();
        foreach (var player in judged.GroupBy(example => example.Player))
        {
            cancellation.ThrowIfCancellationRequested();
            var guesses = player.Select(example => (Guess: new Guess("", "", classifier.Predict(example.Image)), example.Digit)).ToList();
            var losses = guesses.Sum(answer => -Math.Log(Math.Max(Unlikely, answer.Guess.Probabilities[answer.Digit])));
            var right = guesses.Count(answer => answer.Guess.Digit == answer.Digit);
            answers.Add(new TuningAnswers(players.Numbers[player.Key], guesses.Count, right, Math.Round(losses, 6)));
        }

        _state = _state with
        {
            Seconds = _state.Seconds + clock.GetElapsedTime(started).TotalSeconds,
            Trials = [.. _state.Trials, new TuningTrial(settings, number, confirms, answers)],
        };
        await _state.WriteAsync(path);
    }

    /// <summary>
    /// The means over all drawings that judged some settings in the first trainings of the search: not in any later one, so that a
    /// search which goes on decides as it did before.
    /// </summary>
    private (int Trials, double Right, double Loss) Score(int settings, int first)
    {
        var trials = _state.Trials
            .Where(trial => trial.Settings == settings && !trial.Confirms && trial.Number < first).ToList();
        var answers = trials.SelectMany(trial => trial.Players).ToList();
        double n = answers.Sum(player => player.N);
        return (trials.Count, answers.Sum(player => player.Right) / n, answers.Sum(player => player.Loss) / n);
    }

    private TuningResult Conclude(int best)
    {
        // After the best, those that were tried more often lasted longer.
        var tried = Enumerable.Range(0, _state.Planned)
            .Select(settings => (Index: settings, Score: Score(settings, int.MaxValue))).Where(settings => settings.Score.Trials > 0)
            .OrderByDescending(settings => settings.Index == best)
            .ThenByDescending(settings => settings.Score.Trials).ThenBy(settings => settings.Score.Loss)
            .Select(settings => (_state.Settings[settings.Index], settings.Score.Trials, settings.Score.Right, settings.Score.Loss))
            .ToList();
        var hasOther = best != 0;
        return new TuningResult(
            tried, _state.Settings[best], hasOther ? Compare(player => player.Loss) : null,
            hasOther ? Compare(player => player.Right) : null, _state.Seconds);

        ClusteredMean Compare(Func<TuningAnswers, double> measure)
        {
            var (values, clusters) = (new List<double>(), new List<string>());
            var confirming = _state.Trials.Where(trial => trial.Confirms && (trial.Settings == 0 || trial.Settings == best))
                .SelectMany(trial => trial.Players, (trial, player) => (IsBest: trial.Settings == best, Answers: player));
            foreach (var player in confirming.GroupBy(pair => pair.Answers.Player))
            {
                double Sum(bool ofBest) => player.Where(pair => pair.IsBest == ofBest).Sum(pair => measure(pair.Answers));
                // Each drawing judged several trainings: it counts once, with their mean.
                var n = player.First().Answers.N;
                values.AddRange(Enumerable.Repeat((Sum(true) - Sum(false)) / TuningPlan.Confirmations / n, n));
                clusters.AddRange(Enumerable.Repeat($"{player.Key}", n));
            }

            return ClusteredMean.Of(values, clusters);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using GameNight.Calendar;
using GameNight.Drawing.Images;
using GameNight.Drawing.Rasters;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.ModelAdmin;
using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Play.Rounds;
using GameNight.Recognition;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Queue;
using GameNight.Scoreboard.Results;
using Microsoft.OpenApi;

namespace GameNight.Hosting;

/// <summary>A seven and a one on their way through the API: the examples of its description.</summary>
internal static class ApiExamples
{
    private const string Cnn = "mnist-cnn";
    private const string Json = "application/json";

    private static readonly double[][][] Seven = [[[10, 10, 0], [60, 10, 120], [30, 90, 400]]];
    private static readonly double[][][] One = [[[50, 10], [50, 90]]];
    private static readonly DigitImage Image = InkNormaliser.Normalise(Ink.FromStrokes(Seven));
    private static readonly Guid Id = new("019aa2b6-3f44-7d53-9c0b-8f6f0d1a2b3c");
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 15, 0, TimeSpan.Zero);
    private static readonly Guess Guess = new(Cnn, "1", [0, 0, 0, 0, 0, 0, 0, 0.9999f, 0, 0.0001f]);
    private static readonly Observation Observation = new()
    {
        Id = Id,
        Time = Evening,
        Player = "ada",
        Ink = Ink.FromStrokes(Seven),
        Image = Image,
        NormaliserVersion = InkNormaliser.Version,
        Input = InputKind.Touch,
        Chosen = Cnn,
        ChosenBy = ChosenBy.Player,
        Guesses = [Guess],
        Shadows = [Guess with { Version = "2" }],
        Label = new Label(7, "ada", Evening.AddSeconds(4)),
    };

    private static readonly PredictionResponse Prediction = PredictionResponse.From(Guess, Image);
    private static readonly Activation Activation = new(1, Cnn, "1", "2", Evening, "host", "more right on our own drawings");
    private static readonly TrainingRunResponse Run = new(
        Id.ToString("N"), "app-network", RunState.Running, RunStage.Learning, 0.4, "learns from 180 drawings of 9 players", "200 new marks", Evening, EndedAt: null, Version: null, Receipt: null);
    private static readonly int[][] Confusion = [.. Enumerable.Range(0, 10).Select(digit => Enumerable.Range(0, 10).Select(guess => guess == digit ? 4 : 0).ToArray())];

    private static readonly ModelManifest Manifest = new()
    {
        Algorithm = Cnn,
        Version = "1",
        Name = "MNIST CNN",
        Family = "cnn",
        Description = "I look at small strokes, and at how they lie together.",
        Created = Evening,
        License = "MIT",
        Sha256 = ModelPackage.Digest([]),
        Input = new ModelInput("image", ModelLayout.Nchw, Scale: 1.0 / 255),
        Output = new ModelOutput("probabilities", OutputKind.Probabilities),
        Metrics = [new ModelMetric("mnist-test", 0.9964, 10_000)],
    };

    /// <summary>By operation: what is sent, in its forms, and what comes back.</summary>
    private static readonly Dictionary<string, (Dictionary<string, object> Requests, object? Response)> Bodies = new()
    {
        ["ListAlgorithms"] = ([], new[] { new AlgorithmResponse(Cnn, "MNIST CNN", "cnn", Manifest.Description, "inService", Reason: null, "1") }),
        ["Predict"] = (
            new()
            {
                ["strokes"] = new { strokes = Seven },
                ["image"] = new { image = Image.ToNumbers() },
                ["png"] = new { png = Convert.ToBase64String(Png.Write(Image)) },
            },
            Prediction),
        ["PredictBatch"] = (new() { ["two drawings"] = new { drawings = new[] { new { strokes = Seven }, new { strokes = One } } } }, new BatchResponse([Prediction, Prediction])),
        ["Observe"] = (new() { ["strokes"] = new { algorithm = Cnn, strokes = Seven, input = "pen" }, ["surprise"] = new { algorithm = Surprise.Id, strokes = Seven } }, new ObservationResponse(Id, GuessResponse.From(Guess), [GuessResponse.From(Guess)], Image.ToNumbers())),
        ["ListObservations"] = ([], new ObservationsResponse([Observation], "1")),
        ["Mark"] = (new() { ["a seven"] = new { label = 7 } }, null),
        ["GetExperiment"] = ([], new ExperimentResponse(ExperimentMode.Arms, Night.Of(Evening).Name, [Cnn])),
        ["SetExperiment"] = (new() { ["sampling"] = new { mode = "sampling" }, ["arms"] = new { mode = "arms" } }, new ExperimentResponse(ExperimentMode.Arms, Night.Of(Evening).Name, [Cnn])),
        ["GetStatistics"] = ([], new OverallStatistics(50, 40, [AlgorithmStatistics.From(Cnn, Confusion)])),
        ["ListVersions"] = ([], new[] { new VersionResponse("1", "inService", Reason: null, Shadow: false, Ships: true, Evening, 912_345, Manifest.Metrics, Manifest) }),
        ["GetActiveVersion"] = ([], new ActiveVersionResponse(Cnn, "1")),
        ["ListActivations"] = ([], new[] { Activation }),
        ["ActivateVersion"] = ([], Activation),
        ["StartTraining"] = (new() { ["one algorithm"] = new { algorithm = "app-network" }, ["all that learn"] = new { } }, Run),
        ["ListTrainingRuns"] = ([], new[] { Run }),
        ["GetTrainingRun"] = ([], Run),
        ["CancelTraining"] = ([], Run),
    };

    /// <summary>By media type: a line of what comes back as a stream.</summary>
    private static readonly Dictionary<string, JsonNode?> Lines = new()
    {
        [ObservationEndpoints.Jsonl] = Node(Observation),
        [ObservationEndpoints.Csv] = Node(string.Join(',', [7, .. Image.ToNumbers()])),
    };

    public static void Show(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            (parameter.Description, parameter.Example) = (parameter.Name, operation.OperationId) switch
            {
                ("id", "Mark") => ("The id that the observation was given.", Id.ToString()),
                ("id", "GetTrainingRun" or "CancelTraining") => ("The id that the run was given.", Run.Id),
                ("id", _) => ("The algorithm's id.", Cnn),
                ("version", _) => ("The version's number.", "1"),
                _ => (parameter.Description, parameter.Example),
            };
        }

        foreach (var (type, content) in operation.Responses?.Values.SelectMany(response => response.Content ?? new Dictionary<string, OpenApiMediaType>()) ?? [])
        {
            if (Lines.TryGetValue(type, out var line))
                content.Example = line?.DeepClone();
        }

        if (!Bodies.TryGetValue(operation.OperationId ?? "", out var bodies))
            return;
        if (operation.RequestBody?.Content?[Json] is { } request)
            request.Examples = bodies.Requests.ToDictionary(form => form.Key, form => (IOpenApiExample)new OpenApiExample { Summary = form.Key, Value = Node(form.Value) });
        if (bodies.Response is not null && operation.Responses?.Values.FirstOrDefault(response => response.Content?.ContainsKey(Json) == true)?.Content?[Json] is { } answer)
            answer.Example = Node(bodies.Response);
    }

    private static JsonNode? Node(object value) => JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web);
}

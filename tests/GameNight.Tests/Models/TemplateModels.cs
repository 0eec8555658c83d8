using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Tests.Native;
using static GameNight.Tests.Native.OnnxModel;

namespace GameNight.Tests.Models;

/// <summary>
/// Builds classifiers as they may come from elsewhere, each with its own format of input and output: nearest template, with one
/// template a digit. Fed in another format than its own, a classifier answers something else.
/// </summary>
internal static class TemplateModels
{
    /// <summary>One drawing of each digit, in strokes.</summary>
    public static readonly string[] Digits =
    [
        "[[[50,5],[20,30],[20,70],[50,95],[80,70],[80,30],[50,5]]]",
        "[[[50,10],[50,90]]]",
        "[[[15,25],[45,5],[80,25],[70,50],[15,95],[90,95]]]",
        "[[[15,10],[80,10],[45,45],[80,70],[50,95],[15,85]]]",
        "[[[60,5],[10,65],[90,65]],[[65,40],[65,95]]]",
        "[[[80,5],[20,5],[18,45],[60,40],[82,65],[60,95],[15,90]]]",
        "[[[65,5],[25,45],[20,75],[45,95],[75,80],[65,55],[25,60]]]",
        "[[[10,10],[80,10],[40,95]]]",
        "[[[50,50],[20,30],[50,5],[80,30],[50,50],[15,75],[50,95],[85,75],[50,50]]]",
        "[[[75,35],[45,50],[25,25],[50,5],[75,20],[75,40],[65,95]]]",
    ];

    /// <summary>The format of a model's input and output.</summary>
    /// <param name="Name">The name, which is also part of the algorithm's id.</param>
    /// <param name="Input">How the model is fed.</param>
    /// <param name="Kind">What the model answers.</param>
    public sealed record Habit(string Name, ModelInput Input, OutputKind Kind)
    {
        public string Algorithm => $"outside-{Name}";
    }

    public static readonly IReadOnlyList<Habit> Habits =
    [
        new("names", new ModelInput("Plus214_Bild", ModelLayout.Nchw, Scale: 1 / 255.0), OutputKind.Probabilities),
        new("bytes", new ModelInput("x", ModelLayout.Nchw), OutputKind.Probabilities),
        new("signed", new ModelInput("x", ModelLayout.Nchw, Scale: 2 / 255.0, Offset: -1), OutputKind.Probabilities),
        new(
            "standardised",
            new ModelInput("x", ModelLayout.Nchw, Scale: 1 / 255.0 / 0.3081, Offset: -0.1307 / 0.3081),
            OutputKind.Probabilities),
        new("nhwc", new ModelInput("x", ModelLayout.Nhwc, Scale: 1 / 255.0), OutputKind.Probabilities),
        new("flat", new ModelInput("x", ModelLayout.Flat, Scale: 1 / 255.0), OutputKind.Probabilities),
        new("logits", new ModelInput("x", ModelLayout.Flat, Scale: 1 / 255.0), OutputKind.Logits),
        new("fixed-batch", new ModelInput("x", ModelLayout.Nchw, Batch: 10, Scale: 1 / 255.0), OutputKind.Probabilities),
        new("everything", new ModelInput("Ein Gang", ModelLayout.Nhwc, Batch: 10, Scale: 2 / 255.0, Offset: -1), OutputKind.Logits),
    ];

    public static byte[] Of(Habit habit)
    {
        // score = 2 x·template − template·template, for x in 0..1; x = (value − offset) / scale / 255.
        var weights = new float[DigitImage.Length * 10];
        var scores = new double[10];
        for (var digit = 0; digit < 10; digit++)
        {
            var pixels = SampleDrawings.Image(Digits[digit]).Pixels;
            for (var i = 0; i < pixels.Length; i++)
            {
                var template = pixels[i] / 255.0;
                weights[i * 10 + digit] = (float)(2 * template / habit.Input.Scale / 255);
                scores[digit] -= template * template + 2 * template * habit.Input.Offset / habit.Input.Scale / 255;
            }
        }

        object batch = habit.Input.Batch is { } size ? size : "N";
        object[] shape = habit.Input.Layout switch
        {
            ModelLayout.Nchw => [batch, 1, 28, 28],
            ModelLayout.Nhwc => [batch, 28, 28, 1],
            _ => [batch, 784],
        };
        var output = habit.Kind == OutputKind.Logits ? "scores" : "probabilities";
        return OnnxModel.Of(
            Constant("W", [784, 10], weights),
            Constant("b", [10], [.. scores.Select(score => (float)score)]),
            Node("Flatten", [habit.Input.Name], ["flat"], Attribute("axis", 1)),
            Node("MatMul", ["flat", "W"], ["products"]),
            Node("Add", ["products", "b"], ["scores"]),
            Node("Softmax", ["scores"], ["probabilities"], Attribute("axis", 1)),
            Input(habit.Input.Name, OrtElementType.Float, shape),
            Output(output, OrtElementType.Float, batch, 10));
    }

    /// <summary>A manifest with what a model's author must say; the import fills in the rest.</summary>
    public static string Manifest(Habit habit) => $$"""
        {
          "algorithm": "{{habit.Algorithm}}", "name": "Outside, {{habit.Name}}",
          "input": {
            "name": "{{habit.Input.Name}}", "layout": "{{habit.Input.Layout.ToString().ToLowerInvariant()}}",
            "batch": {{habit.Input.Batch?.ToString() ?? "null"}}, "scale": {{habit.Input.Scale:R}}, "offset": {{habit.Input.Offset:R}}
          },
          "output": {
            "name": "{{(habit.Kind == OutputKind.Logits ? "scores" : "probabilities")}}",
            "kind": "{{habit.Kind.ToString().ToLowerInvariant()}}"
          }
        }
        """;
}

using GameNight.Configuration;
using GameNight.Models;
using GameNight.Models.Onnx;
using GameNight.Native.OnnxRuntime;
using static GameNight.Tests.Native.OnnxModel;

namespace GameNight.Tests.Models.Onnx;

/// <summary>What a file may hold before ONNX Runtime sees it.</summary>
public sealed class OnnxInspectionTests
{
    private const int AttributeField = 5;
    private const int Initializer = 5;
    private const int Graphs = 7;
    private const int Functions = 25;
    private const int SparseInitializer = 15;
    private const int TrainingInfo = 20;

    private static readonly ModelManifest Manifest = ModelPackageBuilder.Always("guest", 3).Manifest;

    public static TheoryData<string> ModelsThatShip => [.. new ModelFolder(GameFolders.Default.Models).List().Select(Name)];

    [Theory]
    [MemberData(nameof(ModelsThatShip))]
    public void Check_WhatShips_Passes(string name)
    {
        var folder = Path.Combine(GameFolders.Default.Models, name);
        var manifest = ModelManifest.Parse(File.ReadAllBytes(Path.Combine(folder, ModelManifest.FileName)));
        OnnxInspection.Check(manifest, File.ReadAllBytes(Path.Combine(folder, ModelPackage.ModelFile)));
    }

    public static TheoryData<string, byte[]> Reaching => new()
    {
        { "an initializer", Bytes(Initializer, External("W")) },
        { "an initializer whose parser takes the lower half", Bytes(Initializer, [.. Text(8, "W"), .. Number(14, (1L << 32) | 1)]) },
        { "an initializer that says both", Bytes(Initializer, [.. External("W"), .. Number(14, 0)]) },
        { "a constant", Node("Constant", [], ["W"], Attribute(5, External("W"))) },
        { "one of several tensors", Node("Constant", [], ["W"], Attribute(10, External("W"))) },
    };

    [Theory]
    [MemberData(nameof(Reaching))]
    public void Check_ATensorInAnotherFile_IsRefused(string where, byte[] part)
    {
        var refused = Assert.Throws<InvalidModelException>(() => OnnxInspection.Check(Manifest, With(part)));
        Assert.True(refused.Message.Contains("external data", StringComparison.Ordinal), $"{where}: {refused.Message}");
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "sparse constant", With(Bytes(SparseInitializer, Bytes(1, External("W")))) },
        { "sparse constant", With(Node("Constant", [], ["W"], Attribute(22, Bytes(1, External("W"))))) },
        { "functions or training steps", [.. With([]), .. Bytes(Functions, Node("Constant", [], ["W"], Attribute(5, External("W"))))] },
        { "functions or training steps", [.. With([]), .. Bytes(TrainingInfo, Bytes(1, Bytes(Initializer, External("W"))))] },
        { "none that a classifier of digits needs", With(Node("Loop", ["n"], ["x"], Attribute(6, []))) },
        { "none that a classifier of digits needs", With(Node("NoSuchThing", ["image"], ["x"])) },
        { "is of the domain com.microsoft", With(Node("Gelu", ["image"], ["x"], Text(7, "com.microsoft"))) },
        { "none that a classifier of digits needs", With(Node("If", ["yes"], ["x"], Attribute(6, []))) },
        { "has a graph of its own", With(Node("Identity", ["image"], ["x"], Attribute(6, Bytes(Initializer, External("W"))))) },
        { "has a graph of its own", With(Node("Identity", ["image"], ["x"], Attribute(11, Bytes(Initializer, External("W"))))) },
        { "made of texts", With(Bytes(Initializer, [.. Number(1, 1), .. Number(2, 8), .. Text(8, "W"), .. Text(6, "a text")])) },
        { "text of more than 256 bytes", With(Node("LabelEncoder", ["image"], ["x"],
            [.. Text(7, "ai.onnx.ml"), .. Attribute(9, new byte[257], "values_strings")])) },
        { "has more than", With(Bytes(Initializer, [.. Number(1, 4096), .. Number(1, 4097), .. Text(8, "W"), .. Bytes(9, [1])])) },
        { "has an absurd shape", With(Bytes(Initializer, [.. Number(1, long.MaxValue), .. Text(8, "W")])) },
        { "has an absurd shape", With(Bytes(Initializer, [.. Number(1, -1), .. Text(8, "W")])) },
        { "promises 1,000 elements", With(Bytes(Initializer, [.. Number(1, 1000), .. Text(8, "W"), .. Bytes(9, [1])])) },
        { "the attribute value twice", With(Node("Constant", [], ["W"], Bytes(AttributeField, [.. Value([1]), .. Value([1])]))) },
        { "makes something too large", With([.. Constants("shape", 65536, 65536), .. Node("ConstantOfShape", ["shape"], ["x"])]) },
        { "makes something too large", With([.. Constants("shape", 65536, 65536), .. Node("Expand", ["image", "shape"], ["x"])]) },
        { "makes something too large", With([.. Constants("times", 65536, 1), .. Node("Tile", ["image", "times"], ["x"])]) },
        { "makes something too large", With([.. Constants("pads", 0, 0, 0, 65536), .. Node("Pad", ["image", "pads"], ["x"])]) },
        { "makes something too large", With([
            .. Constants("from", 0), .. Constants("to", 1L << 40), .. Constants("step", 1),
            .. Node("Range", ["from", "to", "step"], ["x"]) ]) },
        { "whose size the file does not say", With([
            .. Constants("a", 65536), .. Node("Mul", ["a", "a"], ["shape"]), .. Node("ConstantOfShape", ["shape"], ["x"]) ]) },
        { "has strides of more than", With(Node("ConvTranspose", ["image", "W"], ["x"], Attribute(8, [.. Varint(65536)], "strides"))) },
        { "more than 100,000 fields", With([.. Enumerable.Repeat(Output("x", OrtElementType.Float), 100_001).SelectMany(port => port)]) },
        { "more than 100,000 fields", With([.. Enumerable.Range(0, 11).SelectMany(part => Node("Identity",
            [.. Enumerable.Repeat("", 10_000)], [$"x{part}"])) ]) },
        { "more than 64 constants", With(Node("Constant", [], ["W"],
            Bytes(AttributeField, [.. Enumerable.Repeat(Bytes(10, []), 65).SelectMany(one => one)]))) },
        { "more than 100,000 fields", With(Bytes(Initializer, [.. Enumerable.Repeat(Number(1, 1), 100_001).SelectMany(one => one)])) },
        { "its shape", With(Output("huge", OrtElementType.Float, 1 << 23, 1 << 23)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Check_WhatNoClassifierNeeds_IsRefusedWithTheReason(string reason, byte[] model)
    {
        var refused = Assert.Throws<InvalidModelException>(() => OnnxInspection.Check(Manifest, model));
        Assert.Contains(reason == "its shape" ? "more than" : reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelLayout.Nchw, null, "image' has the shape [n, 784]; the manifest promises the layout nchw: [n, 1, 28, 28]")]
    [InlineData(ModelLayout.Flat, 8, null)]
    public void Check_AnInputThatIsNotAsPromised_IsRefused(ModelLayout layout, int? batch, string? reason)
    {
        var manifest = Manifest with { Input = Manifest.Input with { Layout = layout, Batch = batch } };
        var model = ModelPackageBuilder.Always("guest", 3).Model;
        if (reason is null)
        {
            OnnxInspection.Check(manifest, model);
        }
        else
        {
            var refused = Assert.Throws<InvalidModelException>(() => OnnxInspection.Check(manifest, model));
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Check_AnOutputOfAnotherLength_IsRefused()
    {
        var model = Of(Input("image", OrtElementType.Float, "n", 784), Output("scores", OrtElementType.Float, "n", 11));
        var refused = Assert.Throws<InvalidModelException>(() => OnnxInspection.Check(Manifest, model));
        Assert.Contains("'scores' has the shape [n, 11]", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AFileThatIsTooLarge_IsRefused()
    {
        var refused = Assert.Throws<InvalidModelException>(() => OnnxInspection.Check(Manifest, new byte[ModelPackage.MaxFile + 1]));
        Assert.StartsWith("model.onnx has 67,108,865 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_LoadsModelsOnlyAfterTheInspection()
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(GameFolders.Default.Models))!;
        var loading = Directory.EnumerateFiles(Path.Combine(root, "src", "GameNight"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("OrtSession.Load(", StringComparison.Ordinal)).Select(Path.GetFileName);
        Assert.Equal(["OnnxInspection.cs"], loading);
    }

    private static string Name(ModelKey key) => $"{key.Algorithm}/{key.Version}";

    /// <summary>A model that would do, with a further part in its graph.</summary>
    private static byte[] With(byte[] part) => [.. ModelPackageBuilder.Always("guest", 3).Model, .. Bytes(Graphs, part)];

    /// <summary>A tensor that lies in another file.</summary>
    private static byte[] External(string name) =>
    [
        .. Number(1, 1), .. Number(2, 1), .. Text(8, name),
        .. Bytes(13, [.. Text(1, "location"), .. Text(2, "observations.db")]), .. Number(14, 1),
    ];

    private static byte[] Attribute(int field, byte[] content, string name = "value") =>
        Bytes(AttributeField, [.. Text(1, name), .. Bytes(field, content)]);

    private static byte[] Value(byte[] dims) => [.. Text(1, "value"), .. Bytes(5, [.. Bytes(1, dims), .. Bytes(9, [0, 0, 0, 0])])];

    private static byte[] Constants(string name, params long[] values) => Bytes(Initializer,
        [.. Number(1, values.Length), .. Number(2, 7), .. Text(8, name), .. Bytes(9, values.SelectMany(BitConverter.GetBytes))]);
}

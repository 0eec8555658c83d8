using GameNight.Models;
using GameNight.Models.Onnx;
using static GameNight.Tests.Native.OnnxModel;

namespace GameNight.Tests.Models.Onnx;

/// <summary>Sizes are read as ONNX Runtime reads them, and depend on no drawing.</summary>
public sealed class OnnxSizesTests
{
    private const int Attribute = 5;
    private const int Initializer = 5;
    private const int Graphs = 7;
    private const long Huge = 1 << 30;

    private static readonly ModelManifest Manifest = ModelPackageBuilder.Always("guest", 3).Manifest;

    /// <summary>What a parser reads as another number than meets the eye; each is the shape of something to make.</summary>
    public static TheoryData<string, byte[]> Disguised => new()
    {
        { "floats, no integers", Constant([.. Text(1, "value_floats"), .. Fixed32(7, 1e9f)]) },
        { "no value at all", Constant(Text(1, "value_ints")) },
        { "floats and an integer", Constant([.. Text(1, "value_floats"), .. Number(3, 1), .. Fixed32(7, 1e9f)]) },
        { "an integer before a list", Constant([.. Text(1, "value_ints"), .. Number(3, 1), .. Bytes(8, Varint(Huge))]) },
        { "an integer twice", Constant([.. Text(1, "value_int"), .. Number(3, 1), .. Number(3, Huge)]) },
        { "64 integers before the others",
            Constant([.. Text(1, "value_ints"), .. Repeat(Number(8, 1), 64), .. Bytes(8, Varint(Huge))]) },
        { "a list of an unknown kind", Constant([.. Text(1, "value_ints"), .. Fixed32(8, 1)]) },
        { "a fixed number as data", Tensor([.. Number(1, 1), .. Fixed64(7, 1)]) },
        { "fixed numbers as dimensions", Tensor([.. Fixed64(1, 1), .. Number(1, 2), .. Bytes(9, Raw(1, Huge))]) },
        { "a fixed number as type", Tensor([.. Number(1, 1), .. Fixed32(2, 1), .. Bytes(9, Raw(Huge))]) },
        { "typed data beside raw data", Tensor([.. Number(1, 1), .. Number(7, 1), .. Bytes(9, Raw(Huge))]) },
        { "two values of a name", [.. Tensor([.. Number(1, 1), .. Number(7, 1)]), .. Tensor([.. Number(1, 1), .. Number(7, 2)])] },
        { "a value that a node makes, too", [.. Tensor([.. Number(1, 1), .. Number(7, 1)]), .. Node("Size", ["image"], ["shape"])] },
    };

    [Theory]
    [MemberData(nameof(Disguised))]
    public void Check_ASizeThatIsNotWhatItSeems_IsRefused(string how, byte[] shape)
    {
        var refused = Assert.Throws<InvalidModelException>(() => Check([.. shape, .. Node("ConstantOfShape", ["shape"], ["x"])]));
        Assert.True(
            Has(refused, "whose size the file does not say") || Has(refused, "twice") || Has(refused, "too large"),
            $"{how}: {refused.Message}");
    }

    [Fact]
    public void Check_AStrideBehindManySmallOnes_IsRefused()
    {
        byte[] strides = [.. Text(1, "strides"), .. Repeat(Number(8, 1), 64), .. Bytes(8, Varint(Huge))];
        var refused = Assert.Throws<InvalidModelException>(() => Check(Node("ConvTranspose", ["image"], ["x"], Bytes(Attribute, strides))));
        Assert.Contains("strides of more than", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AConstantOfTheNameOfTheInput_IsNoSize()
    {
        var refused = Assert.Throws<InvalidModelException>(() =>
            Check([.. Longs("image", 1), .. Node("ConstantOfShape", ["image"], ["x"])]));
        Assert.Contains("whose size the file does not say", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, null)]
    [InlineData(33, "makes something too large: 1,056, where 1,024 is the most")]
    public void Check_ScalesOfResize_AreFactors(int rows, string? reason)
    {
        byte[] model = [.. Longs("scales", 1, 1, rows, 32), .. Node("Resize", ["image", "", "scales", ""], ["x"])];
        var refused = Record.Exception(() => Check(model));
        Assert.Equal(reason is null, refused is null);
        Assert.Contains(reason ?? "", refused?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slice")]
    [InlineData("TopK")]
    [InlineData("Reshape")]
    [InlineData("Squeeze")]
    [InlineData("Unsqueeze")]
    [InlineData("Split")]
    [InlineData("ReduceSum")]
    public void Check_ASizeThatTheDrawingDecides_IsRefused(string operation)
    {
        byte[] seen = Node("Cast", ["image"], ["operand"]);
        byte[] user = Node(operation, ["image", "operand"], ["x"]);
        var refused = Assert.Throws<InvalidModelException>(() => Check([.. seen, .. user]));
        Assert.Contains("depends on the drawing", refused.Message, StringComparison.Ordinal);
        Check([.. Longs("operand", 1), .. user]);
        // As exporters write "all but the first dimension".
        Check([
            .. Node("Shape", ["image"], ["shape"]), .. Longs("zero", 0), .. Node("Gather", ["shape", "zero"], ["operand"]), .. user,
        ]);
    }

    [Theory]
    [InlineData("NonZero")]
    [InlineData("Compress")]
    [InlineData("Unique")]
    public void Check_AnOperatorThatAnswersMoreForSomeDrawings_IsRefused(string operation)
    {
        var refused = Assert.Throws<InvalidModelException>(() => Check(Node(operation, ["image"], ["x"])));
        Assert.Contains("none that a classifier of digits needs", refused.Message, StringComparison.Ordinal);
    }

    private static bool Has(Exception refused, string words) => refused.Message.Contains(words, StringComparison.Ordinal);

    private static void Check(byte[] part) =>
        OnnxInspection.Check(Manifest, [.. ModelPackageBuilder.Always("guest", 3).Model, .. Bytes(Graphs, part)]);

    private static byte[] Constant(byte[] attribute) => Node("Constant", [], ["shape"], Bytes(Attribute, attribute));

    /// <summary>A constant of whole numbers.</summary>
    private static byte[] Tensor(byte[] fields) => Bytes(Initializer, [.. Number(2, 7), .. Text(8, "shape"), .. fields]);

    private static byte[] Longs(string name, params long[] values) =>
        Bytes(Initializer, [.. Number(1, values.Length), .. Number(2, 7), .. Text(8, name), .. Bytes(9, Raw(values))]);

    private static byte[] Raw(params long[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] Repeat(byte[] part, int times) => [.. Enumerable.Repeat(part, times).SelectMany(bytes => bytes)];

    private static byte[] Fixed32(int field, float value) => [.. Varint((uint)((field << 3) | 5)), .. BitConverter.GetBytes(value)];

    private static byte[] Fixed64(int field, long value) => [.. Varint((uint)((field << 3) | 1)), .. BitConverter.GetBytes(value)];
}

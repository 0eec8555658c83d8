using System.Buffers.Binary;
using Google.Protobuf;

namespace GameNight.Models.Onnx;

/// <summary>A constant of an ONNX file: a <c>TensorProto</c>, of which only what an inspection asks for is read.</summary>
internal sealed class TensorInfo
{
    /// <summary>The most elements of a constant, or of anything whose size the file says: 64 MB of floats.</summary>
    public const long MaxElements = 1 << 24;

    /// <summary>How many numbers <see cref="Numbers"/> reads: the lengths of the dimensions of a tensor, or two for each of them.</summary>
    private const int MaxNumbers = 64;

    private const int Dims = 1;
    private const int DataType = 2;
    private const int FloatData = 4;
    private const int Int32Data = 5;
    private const int Int64Data = 7;
    private const int NameField = 8;
    private const int RawData = 9;
    private const int DoubleData = 10;
    private const int ExternalData = 13;
    private const int DataLocation = 14;

    /// <summary>The type of a tensor of texts.</summary>
    private const int Texts = 8;

    private readonly ProtoFile _model;
    private readonly IReadOnlyList<ProtoField> _fields;

    /// <exception cref="InvalidModelException">
    /// It lies in another file, is made of texts, or promises more elements than it brings.
    /// </exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no tensor.</exception>
    public TensorInfo(ProtoFile model, Range range, string name = "")
    {
        (_model, _fields) = (model, model.ReadAll(range));
        Name = _fields.LastOrDefault(field => field is { Number: NameField, Content: not null }).Content is { } text
            ? model.Text(text)
            : name;
        if (_fields.Any(IsElsewhere))
            throw new InvalidModelException($"{Title} keeps its values outside of the file (external data). A model is one file.");
        if (Type == Texts)
            throw new InvalidModelException($"{Title} is made of texts, which a classifier of digits does not need.");
        var lengths = _fields.Where(field => field.Number == Dims).SelectMany(model.Integers);
        Count = OnnxShape.Count(lengths, Title);
        // The smallest elements take half a byte.
        var size = model.Length(range);
        if (Count > 2L * size)
            throw new InvalidModelException($"{Title} promises {Count:N0} elements, but has only {size:N0} bytes.");
    }

    /// <summary>The name; empty where it has none.</summary>
    public string Name { get; }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    private string Title => Name.Length > 0 ? $"Its constant {Name}" : "A constant of it";

    private int Type => (int)(_fields.LastOrDefault(part => part is { Number: DataType, Value: not null }).Value ?? 0);

    /// <summary>The values as numbers; null where they are too many, or not written as the shapes of exporters are.</summary>
    public IReadOnlyList<double>? Numbers()
    {
        if (Count > MaxNumbers)
            return null;
        // Where there are raw data, ONNX Runtime looks at nothing else.
        var isRaw = _fields.Any(field => field is { Number: RawData, Content: not null });
        List<double> numbers = (Type, isRaw) switch
        {
            (1, _) => [.. Chunks(sizeof(float), isRaw ? RawData : FloatData)
                .Select(bytes => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes))],
            (6, true) => [.. Chunks(sizeof(int), RawData).Select(bytes => (double)BinaryPrimitives.ReadInt32LittleEndian(bytes))],
            (7, true) => [.. Chunks(sizeof(long), RawData).Select(bytes => (double)BinaryPrimitives.ReadInt64LittleEndian(bytes))],
            (11, _) => [.. Chunks(sizeof(double), isRaw ? RawData : DoubleData)
                .Select(bytes => (double)BinaryPrimitives.ReadDoubleLittleEndian(bytes))],
            (6, false) => [.. Integers(Int32Data)],
            (7, false) => [.. Integers(Int64Data)],
            _ => [],
        };
        return numbers.Count == Count ? numbers : null;
    }

    /// <remarks>A parser takes the last of several locations, of each the lower 32 bits; here every one must be in the file.</remarks>
    private static bool IsElsewhere(ProtoField field) =>
        field.Number == ExternalData || (field.Number == DataLocation && (field.Value is not { } location || (int)location != 0));

    /// <summary>The bytes of each value.</summary>
    private IEnumerable<byte[]> Chunks(int size, int number) => _fields
        .Where(field => field.Number == number)
        .SelectMany(field => field.Content is { } bytes && _model.Length(bytes) == size * Count ? _model.Copy(bytes).Chunk(size) : []);

    private IEnumerable<double> Integers(int number) => _fields.Where(field => field.Number == number)
        .SelectMany(_model.Integers).Take(MaxNumbers + 1).Select(value => (double)value);
}

using System.Buffers.Binary;
using System.Text;
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

    private readonly byte[] _model;
    private readonly IReadOnlyList<ProtoField> _fields;

    /// <exception cref="InvalidModelException">It lies in another file, or it promises more elements than it brings.</exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no tensor.</exception>
    public TensorInfo(byte[] model, Range range, string name = "")
    {
        (_model, _fields) = (model, ProtoFields.ReadAll(model, range));
        Name = _fields.LastOrDefault(field => field.Number == NameField).Content is { } text ? Encoding.UTF8.GetString(model[text]) : name;
        if (_fields.Any(IsElsewhere))
            throw new InvalidModelException($"{Title} keeps its values outside of the file (external data). A model is one file.");
        var lengths = _fields.Where(field => field.Number == Dims).SelectMany(field => ProtoFields.Integers(model, field));
        Count = OnnxShape.Count(lengths, Title);
        // The smallest elements take half a byte.
        var (_, size) = range.GetOffsetAndLength(model.Length);
        if (Count > 2L * size)
            throw new InvalidModelException($"{Title} promises {Count:N0} elements, but has only {size:N0} bytes.");
    }

    /// <summary>The name; empty where it has none.</summary>
    public string Name { get; }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    private string Title => Name.Length > 0 ? $"Its constant {Name}" : "A constant of it";

    /// <summary>The values as numbers; null where they are too many, or not written as the shapes of exporters are.</summary>
    public IReadOnlyList<double>? Numbers()
    {
        if (Count > MaxNumbers)
            return null;
        List<double> numbers = (int)_fields.LastOrDefault(field => field.Number == DataType).Value switch
        {
            1 => [.. Chunks(sizeof(float), FloatData).Select(bytes => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes))],
            6 => [.. Chunks(sizeof(int)).Select(bytes => (double)BinaryPrimitives.ReadInt32LittleEndian(bytes)), .. Integers(Int32Data)],
            7 => [.. Chunks(sizeof(long)).Select(bytes => (double)BinaryPrimitives.ReadInt64LittleEndian(bytes)), .. Integers(Int64Data)],
            11 => [.. Chunks(sizeof(double), DoubleData).Select(bytes => BinaryPrimitives.ReadDoubleLittleEndian(bytes))],
            _ => [],
        };
        return numbers.Count == Count ? numbers : null;
    }

    /// <remarks>A parser takes the last of several locations, of each the lower 32 bits; here every one must be in the file.</remarks>
    private static bool IsElsewhere(ProtoField field) =>
        field.Number == ExternalData || (field.Number == DataLocation && ((int)field.Value != 0 || field.Content is not null));

    /// <summary>The bytes of each value, in the field for raw data or that for values of their type.</summary>
    private IEnumerable<byte[]> Chunks(int size, int typed = RawData) => _fields
        .Where(field => field.Number is RawData || field.Number == typed)
        .SelectMany(field => field.Content is { } bytes && bytes.GetOffsetAndLength(_model.Length).Length == size * Count
            ? _model[bytes].Chunk(size)
            : []);

    private IEnumerable<double> Integers(int number) => _fields.Where(field => field.Number == number)
        .SelectMany(field => ProtoFields.Integers(_model, field)).Take(MaxNumbers + 1).Select(value => (double)value);
}

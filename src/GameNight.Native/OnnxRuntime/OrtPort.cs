using System.Runtime.InteropServices;
using System.Text;

namespace GameNight.Native.OnnxRuntime;

/// <summary>An input or output of a session.</summary>
internal sealed unsafe class OrtPort
{
    private OrtPort(OrtTensorInfo info, byte[] utf8Name) => (Info, Utf8Name) = (info, utf8Name);

    public OrtTensorInfo Info { get; }

    /// <summary>The name in UTF-8, terminated by a zero, as native functions take it.</summary>
    public byte[] Utf8Name { get; }

    public static OrtPort[] Inputs(OrtSessionHandle session)
    {
        var api = session.Runtime.Api;
        return ReadAll(session, api->SessionGetInputCount, api->SessionGetInputName, api->SessionGetInputTypeInfo);
    }

    public static OrtPort[] Outputs(OrtSessionHandle session)
    {
        var api = session.Runtime.Api;
        return ReadAll(session, api->SessionGetOutputCount, api->SessionGetOutputName, api->SessionGetOutputTypeInfo);
    }

    private static OrtPort[] ReadAll(
        OrtSessionHandle session,
        delegate* unmanaged<nint, nuint*, nint> getCount,
        delegate* unmanaged<nint, nuint, nint, byte**, nint> getName,
        delegate* unmanaged<nint, nuint, nint*, nint> getTypeInfo)
    {
        var runtime = session.Runtime;
        using var borrowed = session.Borrow();
        nuint count;
        runtime.Check(getCount(borrowed.Pointer, &count));
        var ports = new OrtPort[count];
        for (nuint i = 0; i < count; i++)
        {
            byte* name;
            nint typeInfo;
            runtime.Check(getName(borrowed.Pointer, i, runtime.Allocator, &name));
            var nativeName = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name);
            byte[] utf8Name = [.. nativeName, 0];
            var text = Encoding.UTF8.GetString(nativeName);
            runtime.Check(runtime.Api->AllocatorFree(runtime.Allocator, name));

            runtime.Check(getTypeInfo(borrowed.Pointer, i, &typeInfo));
            try
            {
                var (type, shape) = ReadType(runtime, typeInfo);
                ports[i] = new OrtPort(new OrtTensorInfo(text, type, shape), utf8Name);
            }
            finally
            {
                runtime.Api->ReleaseTypeInfo(typeInfo);
            }
        }

        return ports;
    }

    /// <summary>The type and shape of a tensor; for anything else the negative kind and no shape.</summary>
    private static (OrtElementType Type, long[] Shape) ReadType(OrtRuntime runtime, nint typeInfo)
    {
        const int Tensor = 1;
        var api = runtime.Api;
        int kind;
        runtime.Check(api->GetOnnxTypeFromTypeInfo(typeInfo, &kind));
        if (kind != Tensor)
            return ((OrtElementType)(-kind), []);

        nint tensor; // Owned by typeInfo.
        OrtElementType type;
        nuint rank;
        runtime.Check(api->CastTypeInfoToTensorInfo(typeInfo, &tensor));
        runtime.Check(api->GetTensorElementType(tensor, &type));
        runtime.Check(api->GetDimensionsCount(tensor, &rank));
        var shape = new long[rank];
        fixed (long* dimensions = shape)
            runtime.Check(api->GetDimensions(tensor, dimensions, rank));
        return (type, shape);
    }
}
